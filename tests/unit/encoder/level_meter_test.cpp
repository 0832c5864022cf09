#include "encoder/sound/level_meter.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

namespace gladi {
namespace {

constexpr int kRateHz = 48'000;

// Adds a sine of the given height in blocks of 10 ms.
void add_sine(LevelMeter& meter, double amplitude, double seconds, int channels = 1) {
  std::vector<float> block(static_cast<size_t>(480 * channels));
  const int blocks = static_cast<int>(seconds * 100);
  for (int b = 0; b < blocks; ++b) {
    for (int i = 0; i < 480; ++i) {
      const double value = amplitude * std::sin(2 * std::numbers::pi * 1000.0 * (b * 480 + i) / kRateHz);
      for (int c = 0; c < channels; ++c)
        block[static_cast<size_t>(i * channels + c)] = static_cast<float>(value);
    }
    meter.add(block.data(), 480, channels, MediaTime::from_ms(10 * (b + 1)));
  }
}

TEST(LevelMeter, ReadsAKnownSine) {
  for (const int channels : {1, 2}) {
    LevelMeter meter(kRateHz);
    add_sine(meter, 0.5, 3.0, channels);
    EXPECT_NEAR(meter.level().peak_dbfs, -6.02, 0.05);
    EXPECT_NEAR(meter.level().rms_dbfs, -9.03, 0.05);
    EXPECT_EQ(meter.level().clipped_samples, 0);
    EXPECT_EQ(meter.level().heard_at, MediaTime::from_ms(3000));
  }
}

TEST(LevelMeter, StartsAndStaysAtTheBottomInSilence) {
  LevelMeter meter(kRateHz);
  EXPECT_EQ(meter.level().peak_dbfs, SoundLevel::kSilenceDbfs);
  add_sine(meter, 0.0, 1.0);
  EXPECT_EQ(meter.level().peak_dbfs, SoundLevel::kSilenceDbfs);
  EXPECT_EQ(meter.level().rms_dbfs, SoundLevel::kSilenceDbfs);
}

TEST(LevelMeter, PeakFallsTwentyDecibelsASecond) {
  LevelMeter meter(kRateHz);
  add_sine(meter, 0.5, 1.0);
  add_sine(meter, 0.0, 1.0);
  EXPECT_NEAR(meter.level().peak_dbfs, -26.02, 0.1);
}

TEST(LevelMeter, RmsFollowsOverThreeHundredMilliseconds) {
  LevelMeter meter(kRateHz);
  add_sine(meter, 0.5, 3.0);
  add_sine(meter, 0.0, 0.3);
  EXPECT_NEAR(meter.level().rms_dbfs, -9.03 - 4.34, 0.1) << "the power has fallen to 1/e";
}

TEST(LevelMeter, CountsClippedSamples) {
  LevelMeter meter(kRateHz);
  const std::vector<float> block = {0.5F, 1.0F, -1.0F, 0.9F, 32767.0F / 32768.0F};
  meter.add(block.data(), 5, 1, {});
  EXPECT_EQ(meter.level().clipped_samples, 3);
}

}  // namespace
}  // namespace gladi
