// A real microphone (PortAudio, PulseAudio's null sink behind it) on a take whose clock runs at another rate:
// run by support/with-sound.sh. Twenty seconds; GLADI_SYNC_SECONDS makes it longer (ctest label long: 600).
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <thread>

#include "encoder/capture/portaudio_microphone.h"
#include "encoder/sound/sound_feed.h"
#include "tests/support/command.h"
#include "tests/support/flash_beep.h"
#include "tests/support/media_files.h"
#include "tests/support/temp_folder.h"
#include "tests/support/tone_ear.h"
#include "tests/support/wait.h"

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

// The tone rises at each 40 ms of real time: how much later than the first rise each one stands, in ms,
// beyond what the skewed clock makes of it.
std::vector<double> wander_ms(const std::vector<test::ToneEar::Rise>& rises, double ppm) {
  const double period_s = (1 + ppm * 1e-6) / test::kToneHz;
  std::vector<double> wander;
  for (const auto& rise : rises) {
    const double periods = (rise.at_s - rises.front().at_s) / period_s;
    wander.push_back((periods - std::round(periods)) * period_s * 1000);
  }
  return wander;
}

TEST(SoundSync, AMicrophoneOfAnotherRateStaysInPlace) {
  const char* sink = std::getenv("GLADI_TEST_SINK");
  if (sink == nullptr) GTEST_SKIP() << "run by tests/support/with-sound.sh";
  const char* wanted = std::getenv("GLADI_SYNC_SECONDS");
  const int seconds = wanted ? std::atoi(wanted) : 20;
  const double ppm = seconds >= 300 ? 300 : 1500;  // uncorrected 180 ms or 30 ms at the end

  const test::TempFolder folder;
  const auto tone = folder / "tone.wav";
  test::make_media(
      tone, {"-f", "lavfi", "-i", "sine=frequency=25:sample_rate=48000", "-t", std::to_string(seconds + 12)});
  SkewedClock clock(ppm);
  SoundRing ring;
  auto microphone = PortAudioMicrophone::open("", ring, clock);
  ASSERT_TRUE(microphone) << microphone.error().english();
  SoundFeed feed(clock, ring, (*microphone)->sample_rate_hz());
  // Room for half a second in the player: a busy machine shall not make holes in what it plays.
  std::thread player([&] {
    const auto played = test::run_command({"paplay", "--latency-msec=500", "-d", sink, tone.string()});
    EXPECT_EQ(played.exit_code, 0) << played.err;
  });
  EXPECT_TRUE(test::wait_for([&] { return feed.level().rms_dbfs > -40; }));
  const MediaTime start = clock.now() + MediaTime::from_ms(4000);  // three seconds teach the rate
  const MediaTime end = start + MediaTime::from_seconds(seconds);
  test::ToneEar ear{MediaTime{}};
  feed.attach(ear, start);
  clock.sleep_until(end);
  feed.detach(end);
  player.join();

  const SoundCounters counters = feed.counters();
  const std::vector<double> wander = wander_ms(ear.rises(), ppm);
  ASSERT_GT(wander.size(), static_cast<size_t>(seconds) * 20);
  const auto quarter = static_cast<ptrdiff_t>(wander.size() / 4);
  const double first = test::median({wander.begin(), wander.begin() + quarter});
  const double last = test::median({wander.end() - quarter, wander.end()});
  std::vector<double> sorted = wander;
  std::sort(sorted.begin(), sorted.end());
  const double low = sorted[sorted.size() / 20], high = sorted[sorted.size() * 19 / 20];
  std::printf(
      "%d s at %.0f ppm: device found at %+.1f ppm; nine tenths of the sound between %+.2f and %+.2f ms, "
      "last quarter %+.2f ms after the first; placed late by %.2f ms in the mean, %.2f ms at worst; "
      "%lld gaps\n",
      seconds, -ppm, counters.device_ppm, low, high, last - first, counters.lateness.mean().seconds() * 1000,
      counters.lateness.worst.seconds() * 1000, static_cast<long long>(counters.gaps));
  for (const SoundGap& gap : feed.take_gaps()) {
    std::printf("gap at %.2f s of %.0f ms, cause %d\n", gap.at.seconds(), gap.length.seconds() * 1000,
                static_cast<int>(gap.cause));
  }
  // detach() comes after the end, later still on a busy machine.
  EXPECT_GE(ear.frames(), (end - start).to_count(SoundFormat::kSampleRateHz));
  EXPECT_NEAR(counters.device_ppm, -ppm, seconds >= 300 ? 100 : 500);
  EXPECT_LT(abs(counters.lateness.mean()), MediaTime::from_ms(2));
  // A machine that is too busy may lose sound inside PulseAudio, where nobody counts it: single rises may
  // stand anywhere then, nine of ten may not.
  if (counters.gaps == 0) {
    EXPECT_NEAR(last, first, 8);
    EXPECT_LT(high - low, 20) << "+5 ms and -15 ms";
  }
}

}  // namespace
}  // namespace gladi
