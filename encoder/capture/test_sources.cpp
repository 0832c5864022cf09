#include "encoder/capture/test_sources.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <thread>

#include "encoder/base/platform.h"
#include "encoder/capture/stop_signal.h"
#include "encoder/capture/test_pattern.h"

namespace gladi {
namespace {

class TestPictureSource final : public PictureSource {
 public:
  TestPictureSource(FrameSelector& frames, Clock& clock, bool flash)
      : frames_(frames), clock_(clock), flash_(flash), started_at_(clock.now()), thread_([this] { run(); }) {}
  ~TestPictureSource() override {
    stop_.request();
    thread_.join();
  }

  std::string name() const override { return "test"; }
  PictureMode mode() const override {
    return {TestPattern::kWidthPx, TestPattern::kHeightPx, TestPattern::kFps, "yuv420p"};
  }
  std::optional<Error> failure() const override { return std::nullopt; }

 private:
  void run() {
    platform::name_this_thread("camera");
    int64_t frame = started_at_.to_count(TestPattern::kFps);
    while (!stop_.requested()) {
      // After a pause of the whole machine the frames in between are left out, as a camera would.
      frame = std::max(frame + 1, clock_.now().to_count(TestPattern::kFps));
      DraftPicture picture = pool_.take(TestPattern::kWidthPx, TestPattern::kHeightPx);
      TestPattern::draw(picture, frame, flash_ && TestPattern::is_flash(frame));
      if (!stop_.sleep_until(clock_, TestPattern::frame_time(frame))) return;
      frames_.put(picture.freeze());
    }
  }

  FrameSelector& frames_;
  Clock& clock_;
  const bool flash_;
  const MediaTime started_at_;
  PicturePool pool_;
  StopSignal stop_;
  std::thread thread_;  // last: everything above is there when it starts
};

class TestSoundSource final : public SoundSource {
 public:
  TestSoundSource(SoundRing& ring, Clock& clock)
      : ring_(ring), clock_(clock), started_at_(clock.now()), thread_([this] { run(); }) {}
  ~TestSoundSource() override {
    stop_.request();
    thread_.join();
  }

  std::string name() const override { return "test"; }
  int sample_rate_hz() const override { return kRateHz; }
  int channels() const override { return 1; }
  std::optional<Error> failure() const override { return std::nullopt; }

 private:
  static constexpr int kRateHz = 48'000;
  static constexpr int kBlockFrames = 480;
  static constexpr int64_t kBlocksPerSecond = kRateHz / kBlockFrames;
  static constexpr int64_t kBeepFrames = kRateHz / 20;

  void run() {
    platform::name_this_thread("microphone");
    const int64_t first = started_at_.ns / (1'000'000'000 / kBlocksPerSecond) + 1;
    int64_t number = first;
    SoundBlock block;
    block.frames = kBlockFrames;
    while (!stop_.requested()) {
      // Block k holds the sound of k / 100 s to (k + 1) / 100 s on the Clock.
      const MediaTime end = MediaTime::from_count(number + 1, kBlocksPerSecond);
      for (int i = 0; i < kBlockFrames; ++i) {
        const int64_t since_second = number % kBlocksPerSecond * kBlockFrames + i;
        const double phase = 2 * std::numbers::pi * 1000.0 * static_cast<double>(since_second) / kRateHz;
        block.samples[static_cast<size_t>(i)] =
            since_second < kBeepFrames ? static_cast<float>(0.5 * std::sin(phase)) : 0.0F;
      }
      block.first_frame = (number - first) * kBlockFrames;
      block.arrived_at = end;
      if (!stop_.sleep_until(clock_, end)) return;
      ring_.try_push(block);
      const int64_t due = clock_.now().ns / (1'000'000'000 / kBlocksPerSecond);
      block.overflow = due > number + 1 + kBlocksPerSecond;  // the machine stood still: go on from now
      number = block.overflow ? due : number + 1;
    }
  }

  SoundRing& ring_;
  Clock& clock_;
  const MediaTime started_at_;
  StopSignal stop_;
  std::thread thread_;  // last: everything above is there when it starts
};

}  // namespace

std::unique_ptr<PictureSource> make_test_picture_source(FrameSelector& frames, Clock& clock, bool flash) {
  return std::make_unique<TestPictureSource>(frames, clock, flash);
}

std::unique_ptr<SoundSource> make_test_sound_source(SoundRing& ring, Clock& clock) {
  return std::make_unique<TestSoundSource>(ring, clock);
}

}  // namespace gladi
