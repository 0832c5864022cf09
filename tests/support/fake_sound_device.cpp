#include "tests/support/fake_sound_device.h"

#include <algorithm>
#include <deque>

namespace gladi::test {
namespace {

constexpr int kQueueFrames = 14'400;

}  // namespace

struct FakeSoundDevice::State {
  std::mutex mutex;
  std::deque<float> queue;  // left channel
  std::vector<float> heard;
  int64_t written = 0;
  int64_t looks = 0;
  bool started = false;
  bool broken = false;
};

class FakeSoundDevice::Output final : public SoundOutput {
 public:
  explicit Output(std::shared_ptr<State> state) : state_(std::move(state)) {}

  int sample_rate_hz() const override { return kRateHz; }
  int room() const override {
    const std::lock_guard lock(state_->mutex);
    return kQueueFrames - static_cast<int>(state_->queue.size());
  }
  void write(const float* interleaved, int frames) override {
    const std::lock_guard lock(state_->mutex);
    for (int i = 0; i < frames; ++i) state_->queue.push_back(interleaved[i * kChannels]);
    state_->written += frames;
  }
  int64_t written() const override {
    const std::lock_guard lock(state_->mutex);
    return state_->written;
  }
  int64_t heard() override {
    const std::lock_guard lock(state_->mutex);
    ++state_->looks;
    return state_->written - static_cast<int64_t>(state_->queue.size());
  }
  void discard() override {
    const std::lock_guard lock(state_->mutex);
    state_->queue.clear();
  }
  Status start() override {
    const std::lock_guard lock(state_->mutex);
    state_->started = true;
    return {};
  }
  void stop() override {
    const std::lock_guard lock(state_->mutex);
    state_->started = false;
    state_->queue.clear();
  }
  void set_volume(float) override {}
  std::optional<Error> failure() const override {
    const std::lock_guard lock(state_->mutex);
    if (!state_->broken) return std::nullopt;
    return Error{ErrorKind::kIo, Message("The device of this test is broken."), {}};
  }

 private:
  const std::shared_ptr<State> state_;
};

FakeSoundDevice::FakeSoundDevice() : state_(std::make_shared<State>()) {}

SoundOutputFactory FakeSoundDevice::factory() const {
  return
      [state = state_]() -> Result<std::unique_ptr<SoundOutput>> { return std::make_unique<Output>(state); };
}

void FakeSoundDevice::play(int frames) {
  const std::lock_guard lock(state_->mutex);
  if (!state_->started || state_->broken) return;
  const auto count = std::min<int64_t>(frames, static_cast<int64_t>(state_->queue.size()));
  const auto end = state_->queue.begin() + count;
  state_->heard.insert(state_->heard.end(), state_->queue.begin(), end);
  state_->queue.erase(state_->queue.begin(), end);
}

void FakeSoundDevice::break_down() {
  const std::lock_guard lock(state_->mutex);
  state_->broken = true;
}

bool FakeSoundDevice::started() const {
  const std::lock_guard lock(state_->mutex);
  return state_->started;
}

int FakeSoundDevice::queued_frames() const {
  const std::lock_guard lock(state_->mutex);
  return static_cast<int>(state_->queue.size());
}

std::vector<float> FakeSoundDevice::heard() const {
  const std::lock_guard lock(state_->mutex);
  return state_->heard;
}

int64_t FakeSoundDevice::looks() const {
  const std::lock_guard lock(state_->mutex);
  return state_->looks;
}

}  // namespace gladi::test
