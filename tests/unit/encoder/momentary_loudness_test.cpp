#include "encoder/file/momentary_loudness.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

namespace gladi {
namespace {

// A tenth of a second of 1 kHz on both sides.
std::vector<float> tone(double amplitude) {
  std::vector<float> stereo;
  for (int i = 0; i < 4'800; ++i) {
    const auto sample = static_cast<float>(amplitude * std::sin(2 * std::numbers::pi * 1000 * i / 48'000));
    stereo.insert(stereo.end(), {sample, sample});
  }
  return stereo;
}

// EBU Tech 3341: a stereo sine of 1 kHz at −23 dBFS is −23 LUFS.
TEST(MomentaryLoudness, IsThatOfTheLastFourTenthsOfASecond) {
  auto meter = MomentaryLoudness::create();
  ASSERT_TRUE(meter);
  EXPECT_FALSE((*meter)->lufs());
  const auto loud = tone(0.0708), faint = tone(0.00708);
  for (int i = 0; i < 5; ++i) ASSERT_TRUE((*meter)->hear({i * 4'800, loud}));
  ASSERT_TRUE((*meter)->lufs());
  EXPECT_NEAR(*(*meter)->lufs(), -23, 0.2);
  for (int i = 5; i < 10; ++i) ASSERT_TRUE((*meter)->hear({i * 4'800, faint}));
  EXPECT_NEAR(*(*meter)->lufs(), -43, 0.2);
  EXPECT_NEAR(*(*meter)->loudest_lufs(), -23, 0.2);
}

TEST(MomentaryLoudness, OfSilenceIsNothing) {
  auto meter = MomentaryLoudness::create();
  ASSERT_TRUE(meter);
  const std::vector<float> silence(9'600, 0.0F);
  for (int i = 0; i < 8; ++i) ASSERT_TRUE((*meter)->hear({i * 4'800, silence}));
  EXPECT_FALSE((*meter)->lufs());
  EXPECT_FALSE((*meter)->loudest_lufs());
}

}  // namespace
}  // namespace gladi
