#include "studio/coaching/held_sound_finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/made_sound.h"
#include "tests/support/sound_measure.h"
#include "tests/support/speech_corpus.h"

namespace gladi {
namespace {

std::vector<TakeStretch> held_in(const std::vector<float>& samples) {
  std::vector<TakeStretch> found;
  HeldSoundFinder finder([&found](const TakeStretch& stretch) { found.push_back(stretch); });
  for (const SettledFrame& frame : test::settled_frames(samples)) finder.push(frame);
  finder.finish();
  return found;
}

std::vector<float> after_a_second(const std::vector<float>& sound) {
  std::vector<float> all = test::silence(1);
  test::append(all, sound);
  test::append(all, test::silence(1));
  return all;
}

TEST(HeldSoundFinder, FindsWhereASteadySoundBeginsAndEnds) {
  const auto found = held_in(after_a_second(test::buzz(0.8, [](double) { return 190.0; })));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NEAR(found[0].from.seconds(), 1, 0.06);
  EXPECT_NEAR(found[0].to.seconds(), 1.8, 0.06);
}

TEST(HeldSoundFinder, LeavesOutWhatIsShortOrGlidesOrHasNoVoice) {
  EXPECT_TRUE(held_in(after_a_second(test::buzz(0.2, [](double) { return 190.0; }))).empty());
  EXPECT_TRUE(
      held_in(after_a_second(test::buzz(0.8, [](double t) { return 120 * std::pow(2, 4 * t); }))).empty());
  EXPECT_TRUE(held_in(after_a_second(test::hiss(0.8, 0.2F))).empty());
}

TEST(HeldSoundFinder, HearsDrawnOutSoundsBetweenSentences) {
  const test::Speaker speaker{"id+f1", 160, 50, 50};
  test::SpokenTakeMaker maker;
  for (const char* sound : {"e", "@", "@mmm"}) {
    maker.say("Kami bungkus dengan kardus tebal, jadi aman sampai tujuan.", speaker);
    maker.pause(0.3);
    maker.hold(sound, 0.5, speaker);
    maker.pause(0.4);
  }
  maker.say("Pilih warna merah atau hijau ya.", speaker);
  const test::SpokenTake take = maker.finish();
  const auto found = held_in(take.samples);
  ASSERT_EQ(take.held.size(), 3u);
  ASSERT_EQ(found.size(), 3u);
  for (size_t i = 0; i < found.size(); ++i) {
    // Of "emm" the long m counts.
    const double shared_s = std::min(found[i].to.seconds(), take.held[i].to_s) -
                            std::max(found[i].from.seconds(), take.held[i].from_s);
    EXPECT_GT(shared_s, take.held[i].length_s() / 2) << i;
  }
}

}  // namespace
}  // namespace gladi
