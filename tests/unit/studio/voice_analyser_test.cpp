#include "studio/coaching/voice_analyser.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/made_sound.h"
#include "tests/support/sound_measure.h"
#include "tests/support/speech_corpus.h"

namespace gladi {
namespace {

// One second of silence, one of sound, one of silence.
std::vector<float> between_silences(const std::vector<float>& sound) {
  std::vector<float> all = test::silence(1);
  test::append(all, sound);
  test::append(all, test::silence(1));
  return all;
}

TEST(VoiceAnalyser, GivesEachTenMillisecondsOnceAndInOrder) {
  const auto frames = test::settled_frames(test::hiss(7.3, 0.1F));
  ASSERT_EQ(frames.size(), 730u);
  for (size_t i = 0; i < frames.size(); ++i) ASSERT_EQ(frames[i].sound.index, static_cast<int64_t>(i));
}

TEST(VoiceAnalyser, FindsThePitchOfABuzz) {
  for (const double hz : {80.0, 101.3, 150.0, 219.7, 333.3, 480.0}) {
    const auto frames = test::settled_frames(between_silences(test::buzz(1, [hz](double) { return hz; })));
    int voiced = 0;
    for (const SettledFrame& frame : frames) {
      const bool inside = frame.sound.index >= 105 && frame.sound.index < 195;
      if (!inside) continue;
      ASSERT_NEAR(12 * std::log2(std::max(frame.hz, 1.0F) / hz), 0, 0.1) << hz << " Hz";
      ++voiced;
    }
    EXPECT_EQ(voiced, 90);
    EXPECT_EQ(frames[50].hz, 0) << "silence has no pitch";
    EXPECT_EQ(frames[250].hz, 0);
  }
}

TEST(VoiceAnalyser, FollowsAPitchThatMoves) {
  const auto glide = [](double t) { return 120 * std::pow(2, t); };  // an octave a second
  const auto frames = test::settled_frames(test::buzz(2, glide));
  for (size_t i = 10; i + 10 < frames.size(); ++i)
    ASSERT_NEAR(12 * std::log2(std::max(frames[i].hz, 1.0F) / glide(static_cast<double>(i) / 100)), 0, 0.3)
        << i;
}

TEST(VoiceAnalyser, HearsNoPitchInHiss) {
  int voiced = 0;
  for (const SettledFrame& frame : test::settled_frames(test::hiss(10, 0.3F))) voiced += frame.hz > 0;
  EXPECT_LT(voiced, 20);
}

// During a take blocks come as the device gives them.
TEST(VoiceAnalyser, GivesTheSameForBlocksOfAnySize) {
  std::vector<float> sound = test::buzz(2, [](double t) { return 150 + 20 * std::sin(5 * t); });
  test::append(sound, test::hiss(1, 0.001F));
  test::append(sound, sound);
  const auto whole = test::settled_frames(sound, sound.size());
  for (const size_t block : {size_t{37}, size_t{480}, size_t{4'800}}) {
    const auto cut = test::settled_frames(sound, block);
    ASSERT_EQ(cut.size(), whole.size()) << block;
    for (size_t i = 0; i < whole.size(); ++i) {
      ASSERT_EQ(cut[i].hz, whole[i].hz) << i << " with blocks of " << block;
      ASSERT_EQ(cut[i].speaking, whole[i].speaking) << i << " with blocks of " << block;
    }
  }
}

// A clap on the table is 30 dB louder than the voice.
TEST(VoiceAnalyser, IsNotDeafenedByOneBang) {
  std::vector<float> calm = test::short_take(test::CorpusPart::kJudging, 12).samples;
  test::scale(calm, 0.1F);
  std::vector<float> banged = calm;
  for (size_t i = 0; i < 2'400; ++i) banged[48'000 * 4 + i] += i % 2 == 0 ? 0.95F : -0.95F;
  const auto without = test::settled_frames(calm), with = test::settled_frames(banged);
  int changed = 0;
  for (size_t i = 0; i < without.size(); ++i)
    changed += (without[i].hz > 0) != (with[i].hz > 0) || without[i].speaking != with[i].speaking;
  EXPECT_LT(changed, 0.05 * static_cast<double>(without.size()));
}

TEST(VoiceAnalyser, KnowsSoundThatIsNotThere) {
  std::vector<SettledFrame> frames;
  VoiceAnalyser analyser([&frames](const SettledFrame& frame) { frames.push_back(frame); });
  const auto voice = test::buzz(2, [](double) { return 140.0; });
  const auto nothing = test::silence(1);
  analyser.push(voice);
  analyser.push(nothing, false);
  analyser.push(voice);
  analyser.finish();
  ASSERT_EQ(frames.size(), 500u);
  for (size_t i = 0; i < frames.size(); ++i) EXPECT_EQ(frames[i].sound.recorded, i < 200 || i >= 300) << i;
}

}  // namespace
}  // namespace gladi
