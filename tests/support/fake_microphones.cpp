#include "tests/support/fake_microphones.h"

#include <cmath>
#include <numbers>
#include <optional>

namespace gladi::test {

struct FakeMicrophones::State {
  struct Open {
    std::string name;
    int rate_hz;
    SoundRing* ring;
    Clock* clock;
    MediaTime began_at;
    int64_t frames = 0;
    bool rerouted = false;
  };
  mutable std::mutex mutex;
  std::map<std::string, int> plugged;  // rates
  std::optional<Open> open;
  int attempts = 0;
  int64_t looks = 0;
};

class FakeMicrophones::Source final : public SoundSource {
 public:
  Source(std::shared_ptr<State> state, std::string name, int rate_hz)
      : state_(std::move(state)), name_(std::move(name)), rate_hz_(rate_hz) {}
  ~Source() override {
    std::lock_guard lock(state_->mutex);
    state_->open.reset();
  }
  std::string name() const override { return name_; }
  int sample_rate_hz() const override { return rate_hz_; }
  int channels() const override { return 1; }
  std::optional<Error> failure() const override { return std::nullopt; }
  std::optional<Error> check() override {
    std::lock_guard lock(state_->mutex);
    ++state_->looks;
    if (!state_->open->rerouted) return std::nullopt;
    return Error{ErrorKind::kIo, Message("swapped"), {}};
  }

 private:
  const std::shared_ptr<State> state_;
  const std::string name_;
  const int rate_hz_;
};

FakeMicrophones::FakeMicrophones() : state_(std::make_shared<State>()) {}

Result<std::unique_ptr<SoundSource>> FakeMicrophones::open(const std::string& name, SoundRing& ring,
                                                           Clock& clock) {
  std::lock_guard lock(state_->mutex);
  ++state_->attempts;
  const auto found = state_->plugged.find(name);
  if (found == state_->plugged.end()) return fail(ErrorKind::kNotFound, Message("not there"));
  // Two streams at once would be two producers in one ring.
  if (state_->open) return fail(ErrorKind::kBusy, Message("another one is open"));
  state_->open = State::Open{name, found->second, &ring, &clock, clock.now()};
  return std::make_unique<Source>(state_, name, found->second);
}

std::vector<std::string> FakeMicrophones::plugged() const {
  std::lock_guard lock(state_->mutex);
  std::vector<std::string> names;
  for (const auto& [name, rate] : state_->plugged) names.push_back(name);
  return names;
}

void FakeMicrophones::plug_in(const std::string& name, int rate_hz) {
  std::lock_guard lock(state_->mutex);
  state_->plugged[name] = rate_hz;
}

void FakeMicrophones::unplug(const std::string& name) {
  std::lock_guard lock(state_->mutex);
  state_->plugged.erase(name);
}

void FakeMicrophones::reroute() {
  std::lock_guard lock(state_->mutex);
  if (state_->open) state_->open->rerouted = true;
}

void FakeMicrophones::sound() {
  std::lock_guard lock(state_->mutex);
  if (!state_->open || !state_->plugged.contains(state_->open->name)) return;
  State::Open& from = *state_->open;
  const int frames = from.rate_hz / 100;
  SoundBlock block;
  block.frames = frames;
  block.rate_hz = from.rate_hz;
  const MediaTime now = from.clock->now();
  const auto taken_at = [&from](int64_t frame) {
    return from.began_at + MediaTime::from_count(frame, from.rate_hz);
  };
  while (taken_at(from.frames + frames) <= now) {
    for (int i = 0; i < frames; ++i) {
      const double second = static_cast<double>(from.frames + i) / from.rate_hz;
      block.samples[static_cast<size_t>(i)] =
          static_cast<float>(0.4 * std::sin(2 * std::numbers::pi * 440 * second));
    }
    block.first_frame = from.frames;
    from.frames += frames;
    block.arrived_at = taken_at(from.frames);
    from.ring->try_push(block);
  }
}

std::string FakeMicrophones::open_name() const {
  std::lock_guard lock(state_->mutex);
  return state_->open ? state_->open->name : "";
}

int FakeMicrophones::attempts() const {
  std::lock_guard lock(state_->mutex);
  return state_->attempts;
}

int64_t FakeMicrophones::looks() const {
  std::lock_guard lock(state_->mutex);
  return state_->looks;
}

}  // namespace gladi::test
