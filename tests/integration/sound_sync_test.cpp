// A real microphone (PortAudio, PulseAudio's null sink behind it) on a take whose clock runs at another rate:
// run by support/with-sound.sh. Twenty seconds; GLADI_SYNC_SECONDS makes it longer (ctest label long: 600).
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <vector>

#include "encoder/capture/portaudio_microphone.h"
#include "encoder/sound/device_clock.h"
#include "encoder/sound/sound_feed.h"

namespace gladi {
namespace {

// Runs too fast by some ppm, so that to it every honest device runs too slow.
class SkewedClock final : public Clock {
 public:
  explicit SkewedClock(double ppm) : factor_(1 + ppm * 1e-6), zero_(clock_.now()) {}
  MediaTime now() const override {
    return zero_ + MediaTime::from_seconds((clock_.now() - zero_).seconds() * factor_);
  }
  void sleep_until(MediaTime due) override { clock_.sleep_until(real(due)); }
  void sleep_until(MediaTime due, const std::atomic<bool>& wake) override {
    clock_.sleep_until(real(due), wake);
  }
  void wake_sleepers() override { clock_.wake_sleepers(); }

 private:
  MediaTime real(MediaTime due) const {
    return zero_ + MediaTime::from_seconds((due - zero_).seconds() / factor_);
  }
  MonotonicClock clock_;
  const double factor_;
  const MediaTime zero_;
};

// Listens in between microphone and feed: what a device clock says against the one thing that is certain,
// that no sound arrives before it was taken. Two seconds are looked at together.
class Witness {
 public:
  struct Stretch {
    MediaTime earliest;       // arrival against a device of the nominal rate that began at 0
    double clock_mean_s = 0;  // where the device clock put the same sound
  };

  explicit Witness(int rate_hz) : rate_hz_(rate_hz), clock_(rate_hz) {}

  void look_at(const SoundBlock& block) {
    const int64_t end = block.first_frame + block.frames;
    clock_.add(end, block.arrived_at);
    const MediaTime nominal = MediaTime::from_count(end, rate_hz_);
    const MediaTime arrival = block.arrived_at - nominal;
    if (blocks_ == 0 || arrival < now_.earliest) now_.earliest = arrival;
    now_.clock_mean_s += (clock_.time_of(end) - nominal).seconds();
    if (++blocks_ < kBlocks) return;
    now_.clock_mean_s /= kBlocks;
    stretches_.push_back(now_);
    now_ = {};
    blocks_ = 0;
  }
  const std::vector<Stretch>& stretches() const { return stretches_; }

 private:
  static constexpr int kBlocks = 200;
  const int rate_hz_;
  DeviceClock clock_;
  Stretch now_;
  int blocks_ = 0;
  std::vector<Stretch> stretches_;
};

class Silent final : public SoundSink {
 public:
  void on_sound(const float*, int frames) override { frames_ += frames; }
  int64_t frames() const { return frames_; }

 private:
  std::atomic<int64_t> frames_{0};
};

TEST(SoundSync, AMicrophoneOfAnotherRateStaysInPlace) {
  if (std::getenv("GLADI_TEST_SINK") == nullptr) GTEST_SKIP() << "run by tests/support/with-sound.sh";
  const char* wanted = std::getenv("GLADI_SYNC_SECONDS");
  const int seconds = wanted ? std::atoi(wanted) : 20;
  const double ppm = seconds >= 300 ? 300 : 1500;  // uncorrected 180 ms or 30 ms at the end

  SkewedClock clock(ppm);
  SoundRing from_device, to_feed;
  auto microphone = PortAudioMicrophone::open("", from_device, clock);
  ASSERT_TRUE(microphone) << microphone.error().english();
  const int rate_hz = (*microphone)->sample_rate_hz();
  Witness witness(rate_hz);
  SoundFeed feed(clock, to_feed, rate_hz);
  const auto pass_on_until = [&](MediaTime time) {
    SoundBlock block;
    while (clock.now() < time) {
      while (from_device.try_pop(block)) {
        witness.look_at(block);
        to_feed.try_push(block);
      }
      clock.sleep_until(clock.now() + MediaTime::from_ms(5));
    }
  };

  const MediaTime start = clock.now() + MediaTime::from_ms(4000);  // three seconds teach the rate
  const MediaTime end = start + MediaTime::from_seconds(seconds);
  Silent sink;
  pass_on_until(start - MediaTime::from_ms(500));
  feed.attach(sink, start);
  pass_on_until(end - MediaTime::from_ms(5));
  feed.end_at(end);
  pass_on_until(end + MediaTime::from_ms(100));
  feed.detach(end);

  const SoundCounters counters = feed.counters();
  const auto& stretches = witness.stretches();
  ASSERT_GT(stretches.size(), static_cast<size_t>(seconds) / 3);
  // The first seconds teach.
  double lowest = 1e9, highest = -1e9;
  for (size_t i = 2; i < stretches.size(); ++i) {
    const double late = (stretches[i].clock_mean_s - stretches[i].earliest.seconds()) * 1000;
    lowest = std::min(lowest, late);
    highest = std::max(highest, late);
  }
  const double uncorrected = (stretches.back().earliest - stretches[2].earliest).seconds() * 1000;
  std::printf(
      "%d s at %.0f ppm: device found at %+.1f ppm; uncorrected sound would stand %.1f ms off; the device "
      "clock stood %+.2f to %+.2f ms after the earliest arrivals; sound was placed %+.2f ms late in the "
      "mean, %+.2f ms at worst; %lld gaps\n",
      seconds, -ppm, counters.device_ppm, uncorrected, lowest, highest,
      counters.lateness.mean().seconds() * 1000, counters.lateness.worst.seconds() * 1000,
      static_cast<long long>(counters.gaps));
  for (const SoundGap& gap : feed.take_gaps()) {
    std::printf("gap at %.2f s of %.0f ms, cause %d\n", gap.at.seconds(), gap.length.seconds() * 1000,
                static_cast<int>(gap.cause));
  }
  EXPECT_EQ(sink.frames(), (end - start).to_count(SoundFormat::kSampleRateHz));
  EXPECT_LT(abs(counters.lateness.mean()), MediaTime::from_ms(seconds >= 300 ? 2 : 6));
  // What a busy machine really loses moves the earliest arrivals too, and nothing can be compared across it.
  if (counters.gaps == 0) {
    EXPECT_NEAR(uncorrected, ppm * 1e-3 * seconds, 15);
    EXPECT_NEAR(counters.device_ppm, -ppm, seconds >= 300 ? 100 : 500);
    EXPECT_GT(lowest, -5);
    EXPECT_LT(highest, 15);
  }
}

}  // namespace
}  // namespace gladi
