#include "studio/coaching/speech_finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/made_sound.h"
#include "tests/support/sound_measure.h"
#include "tests/support/speech_corpus.h"

namespace gladi {
namespace {

// Stretches of frames in which somebody speaks, in seconds.
std::vector<test::Range> spoken(const std::vector<float>& samples) {
  std::vector<test::Range> found;
  bool before = false;
  for (const SettledFrame& frame : test::settled_frames(samples)) {
    const double at = time_of_frame(frame.sound.index).seconds();
    if (frame.speaking && !before) found.push_back({at, at});
    if (frame.speaking) found.back().to_s = at + 0.01;
    before = frame.speaking;
  }
  return found;
}

// Half a second of sound, and then this much silence, again and again.
std::vector<float> pattern(double gap_s, double noise = 0.0005) {
  std::vector<float> all;
  while (all.size() < 48'000 * 12) {
    test::append(all, test::buzz(0.5, [](double) { return 160.0; }));
    test::append(all, test::silence(gap_s));
  }
  test::add_to(all, test::hiss(15, static_cast<float>(noise)));
  return all;
}

TEST(SpeechFinder, ClosesGapsOfLessThanAFifthOfASecond) {
  EXPECT_EQ(spoken(pattern(0.15)).size(), 1u);
  EXPECT_GT(spoken(pattern(0.30)).size(), 10u);
}

TEST(SpeechFinder, TakesNoShortKnockForSpeech) {
  std::vector<float> all = pattern(2);
  for (size_t i = 0; i < 1'920; ++i) all[48'000 * 3 / 2 + i] += i % 4 < 2 ? 0.1F : -0.1F;  // 40 ms at 1.5 s
  const auto with = spoken(all), without = spoken(pattern(2));
  EXPECT_EQ(with.size(), without.size());
}

TEST(SpeechFinder, HearsNobodyWhereOnlyTheRoomIsHeard) {
  EXPECT_TRUE(spoken(test::hiss(12, 0.05F)).empty());
  EXPECT_TRUE(spoken(test::silence(12)).empty());
}

// The whole table is made by tests/bench/coaching_truth; here is a little of it for each run.
class SpeechFinderOnSpeech : public ::testing::TestWithParam<double> {};

TEST_P(SpeechFinderOnSpeech, FindsEachPauseAndNoOthers) {
  test::SpokenTake take = test::short_take(test::CorpusPart::kJudging, 40);
  if (GetParam() > 0) test::mix(take, test::hiss(10, 0.1F), GetParam());
  const std::vector<test::Range> speech = spoken(take.samples);
  double speech_s = 0;
  std::vector<test::Range> pauses;
  for (size_t i = 0; i < speech.size(); ++i) {
    speech_s += speech[i].length_s();
    if (i > 0 && speech[i].from_s - speech[i - 1].to_s >= 0.5)
      pauses.push_back({speech[i - 1].to_s, speech[i].from_s});
  }
  const std::vector<test::Range> expected = take.pauses();
  ASSERT_GE(expected.size(), 4u);
  ASSERT_EQ(pauses.size(), expected.size());
  for (size_t i = 0; i < pauses.size(); ++i) {
    EXPECT_NEAR(pauses[i].from_s, expected[i].from_s, 0.15) << i;
    EXPECT_NEAR(pauses[i].to_s, expected[i].to_s, 0.15) << i;
  }
  EXPECT_NEAR(speech_s / take.speech_s(), 1, 0.05);
}

INSTANTIATE_TEST_SUITE_P(NoiseInDb, SpeechFinderOnSpeech, ::testing::Values(0, 30, 20));

}  // namespace
}  // namespace gladi
