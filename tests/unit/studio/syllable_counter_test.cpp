#include "studio/coaching/syllable_counter.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/made_sound.h"
#include "tests/support/sound_measure.h"
#include "tests/support/speech_corpus.h"

namespace gladi {
namespace {

int syllables(const std::vector<float>& samples) {
  int count = 0;
  SyllableCounter counter([&count](int64_t) { ++count; });
  for (const SettledFrame& frame : test::settled_frames(samples)) counter.push(frame);
  counter.finish();
  return count;
}

// A sound that gets louder and fainter by so many dB, so often a second.
std::vector<float> swell(double seconds, double depth_db, double times_a_second, bool voiced) {
  std::vector<float> all =
      voiced ? test::buzz(seconds, [](double) { return 170.0; }) : test::hiss(seconds, 0.2F);
  for (size_t i = 0; i < all.size(); ++i) {
    const double phase = 2 * std::numbers::pi * times_a_second * static_cast<double>(i) / 48'000;
    all[i] *= static_cast<float>(std::pow(10, -depth_db / 40 * (1 + std::cos(phase))));
  }
  return all;
}

TEST(SyllableCounter, CountsVoicedSwells) {
  std::vector<float> all = test::silence(1);
  test::append(all, swell(6, 12, 4, true));
  test::append(all, test::silence(1));
  EXPECT_NEAR(syllables(all), 24, 1);
}

TEST(SyllableCounter, CountsNeitherWhatHardlySwellsNorWhatHasNoVoice) {
  std::vector<float> flat = test::silence(1);
  test::append(flat, swell(6, 1.5, 4, true));
  test::append(flat, test::silence(1));
  EXPECT_LE(syllables(flat), 1);
  std::vector<float> hissed = test::silence(1);
  test::append(hissed, swell(6, 12, 4, false));
  test::append(hissed, test::silence(1));
  EXPECT_LE(syllables(hissed), 1);
}

TEST(SyllableCounter, CountsAnIndonesianSpeakersSyllables) {
  const test::SpokenTake take = test::short_take(test::CorpusPart::kJudging, 25);
  ASSERT_GT(take.syllables, 80);
  EXPECT_NEAR(syllables(take.samples), take.syllables, 0.1 * take.syllables);
}

TEST(SyllableCounter, CountsTheSameHoweverLoudTheTakeIs) {
  test::SpokenTake take = test::short_take(test::CorpusPart::kJudging, 15);
  const int loud = syllables(take.samples);
  test::scale(take.samples, 0.05F);  // −26 dB
  EXPECT_NEAR(syllables(take.samples), loud, 2);
}

}  // namespace
}  // namespace gladi
