#include "studio/coaching/rate_reducer.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/made_sound.h"

namespace gladi {
namespace {

std::vector<float> tone(double hz, double seconds) {
  std::vector<float> samples(static_cast<size_t>(seconds * test::kMadeRateHz));
  for (size_t i = 0; i < samples.size(); ++i)
    samples[i] = static_cast<float>(std::sin(2 * std::numbers::pi * hz * static_cast<double>(i) / 48'000));
  return samples;
}

std::vector<float> reduced(const std::vector<float>& samples, size_t block) {
  RateReducer reducer;
  std::vector<float> out;
  for (size_t at = 0; at < samples.size(); at += block)
    reducer.push(std::span(samples).subspan(at, std::min(block, samples.size() - at)), out);
  reducer.finish(out);
  return out;
}

double rms(const std::vector<float>& samples) {
  double squares = 0;
  for (size_t i = 100; i + 100 < samples.size(); ++i) squares += static_cast<double>(samples[i]) * samples[i];
  return std::sqrt(squares / static_cast<double>(samples.size() - 200));
}

TEST(RateReducer, KeepsWhatAVoiceHasAndDropsWhatWouldFoldBack) {
  EXPECT_NEAR(rms(reduced(tone(100, 1), 480)), std::sqrt(0.5), 0.005);
  EXPECT_NEAR(rms(reduced(tone(6000, 1), 480)), std::sqrt(0.5), 0.01);
  EXPECT_LT(rms(reduced(tone(9000, 1), 480)), 0.005);
  EXPECT_LT(rms(reduced(tone(15'000, 1), 480)), 0.005);
}

TEST(RateReducer, KeepsEachSampleInItsPlace) {
  const auto slow = reduced(tone(200, 0.5), 480);
  ASSERT_NEAR(static_cast<double>(slow.size()), 8000, 2);
  for (size_t i = 50; i + 50 < slow.size(); ++i) {
    const double expected = std::sin(2 * std::numbers::pi * 200 * static_cast<double>(i) / 16'000);
    ASSERT_NEAR(slow[i], expected, 0.01) << i;
  }
}

TEST(RateReducer, GivesTheSameForBlocksOfAnySize) {
  const auto sound = test::hiss(0.3, 0.5F);
  const auto whole = reduced(sound, sound.size());
  for (const size_t block : {size_t{1}, size_t{7}, size_t{480}, size_t{4801}})
    EXPECT_EQ(reduced(sound, block), whole) << block;
}

}  // namespace
}  // namespace gladi
