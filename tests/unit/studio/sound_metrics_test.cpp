#include "studio/coaching/sound_metrics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "studio/coaching/pitch_spread.h"
#include "studio/coaching/take_metrics.h"
#include "tests/support/made_sound.h"
#include "tests/support/media_files.h"
#include "tests/support/sound_measure.h"
#include "tests/support/speech_corpus.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

const test::SpokenTake& spoken() {
  static const test::SpokenTake take = test::short_take(test::CorpusPart::kJudging, 35);
  return take;
}

void expect_nothing_is_told(const SoundMetrics& metrics) {
  EXPECT_TRUE(metrics.pauses.empty());
  EXPECT_EQ(metrics.syllables, 0);
  EXPECT_FALSE(metrics.syllables_per_s);
  EXPECT_FALSE(metrics.pitch_hz);
  EXPECT_FALSE(metrics.pitch_spread_semitones);
  EXPECT_TRUE(metrics.held.empty());
  EXPECT_TRUE(metrics.windows.empty());
}

void expect_no_voice(const std::vector<float>& samples, const std::string& what) {
  SCOPED_TRACE(what);
  const SoundMetrics metrics = test::metrics_of(samples);
  EXPECT_EQ(metrics.lack, SpeechLack::kNoVoice);
  EXPECT_EQ(metrics.speech, MediaTime{});
  EXPECT_TRUE(metrics.loudness) << "how loud it is can be told of any sound";
  expect_nothing_is_told(metrics);
}

TEST(SoundMetrics, TellHowSomebodySpoke) {
  const test::SpokenTake& take = spoken();
  const SoundMetrics metrics = test::metrics_of(take.samples);
  EXPECT_EQ(metrics.lack, SpeechLack::kNone);
  EXPECT_NEAR(metrics.duration.seconds(), take.seconds(), 0.001);
  EXPECT_NEAR(metrics.speech.seconds(), take.speech_s(), 0.05 * take.speech_s());
  EXPECT_EQ(metrics.pauses.size(), take.pauses().size());
  EXPECT_NEAR(metrics.syllables, take.syllables, 0.1 * take.syllables);
  ASSERT_TRUE(metrics.syllables_per_s && metrics.pitch_hz && metrics.pitch_spread_semitones);
  EXPECT_NEAR(*metrics.syllables_per_s, take.syllables / take.speech_s(), 0.6);
  EXPECT_GT(*metrics.pitch_hz, 75);
  EXPECT_LT(*metrics.pitch_hz, 300);
  EXPECT_EQ(metrics.dead_side, SoundSides::Dead::kNone);
  EXPECT_EQ(metrics.clipped_share, 0);
}

TEST(SoundMetrics, OfWindowsAddUpToTheTake) {
  const SoundMetrics metrics = test::metrics_of(spoken().samples);
  ASSERT_EQ(metrics.windows.size(), static_cast<size_t>(std::ceil(spoken().seconds() / 10)));
  MediaTime speech, at;
  int syllables = 0;
  for (const SoundWindow& window : metrics.windows) {
    EXPECT_EQ(window.at.from, at);
    at = window.at.to;
    speech += window.speech;
    syllables += window.syllables;
    EXPECT_TRUE(window.speech < MediaTime::from_ms(2500) || window.pitch_spread_semitones);
  }
  EXPECT_NEAR(at.seconds(), metrics.duration.seconds(), 0.02);
  EXPECT_EQ(speech, metrics.speech);
  EXPECT_EQ(syllables, metrics.syllables);
}

TEST(SoundMetrics, TellWhereInTheTakeTheVoiceIsQuiet) {
  std::vector<float> samples = spoken().samples;
  const SoundMetrics even = test::metrics_of(samples);
  // From 20 s on by 10 dB quieter, as by somebody who has left the microphone.
  for (size_t i = 20 * SoundFormat::kSampleRateHz; i < samples.size(); ++i) samples[i] *= 0.316F;
  const SoundMetrics uneven = test::metrics_of(samples);
  ASSERT_TRUE(even.windows.at(0).speech_lufs && even.windows.at(2).speech_lufs);
  ASSERT_TRUE(uneven.windows.at(0).speech_lufs && uneven.windows.at(2).speech_lufs);
  const double before = *even.windows[0].speech_lufs - *even.windows[2].speech_lufs;
  const double after = *uneven.windows[0].speech_lufs - *uneven.windows[2].speech_lufs;
  EXPECT_NEAR(after - before, 10, 1);
  for (const SoundWindow& window : even.windows) {
    if (!window.speech_lufs) continue;
    EXPECT_NEAR(*window.speech_lufs, even.loudness->integrated_lufs, 4);
  }
}

TEST(SoundMetrics, OfSilenceAreNone) {
  const SoundMetrics metrics = test::metrics_of(test::silence(30));
  EXPECT_EQ(metrics.lack, SpeechLack::kSilent);
  EXPECT_FALSE(metrics.loudness);
  EXPECT_FALSE(metrics.momentary_lufs);
  expect_nothing_is_told(metrics);
  EXPECT_EQ(test::metrics_of({}).lack, SpeechLack::kSilent);
  EXPECT_EQ(test::metrics_of(test::hiss(30, 0.0005F)).lack, SpeechLack::kSilent) << "a quiet room";
}

TEST(SoundMetrics, OfSoundsThatAreNoVoiceAreNone) {
  expect_no_voice(test::hiss(30, 0.1F), "hiss");
  expect_no_voice(test::buzz(30, [](double) { return 50.0; }), "hum of the mains");
  expect_no_voice(test::music(30), "chords");
  std::vector<float> tune, claps;
  for (int i = 0; i < 60; ++i) {
    const double hz = 220 * std::pow(2, (i * 5 % 12) / 12.0);
    test::append(tune, test::buzz(0.4, [hz](double) { return hz; }));
    test::append(tune, test::silence(i % 4 == 3 ? 0.5 : 0.05));
    test::append(claps, test::hiss(0.12, 0.5F));
    test::append(claps, test::silence(0.4));
  }
  expect_no_voice(tune, "a tune");
  expect_no_voice(claps, "a crowd that claps");
  std::vector<float> band = claps;
  test::add_to(band, tune);
  expect_no_voice(band, "both");
}

TEST(SoundMetrics, OfTooLittleSpeechAreNone) {
  const SoundMetrics three_seconds =
      test::metrics_of(test::short_take(test::CorpusPart::kJudging, 2).samples);
  EXPECT_EQ(three_seconds.lack, SpeechLack::kTooLittle);
  EXPECT_GT(three_seconds.speech, MediaTime{});
  EXPECT_TRUE(three_seconds.loudness);
  expect_nothing_is_told(three_seconds);
  // A long take in which hardly a word is said.
  std::vector<float> long_take = test::short_take(test::CorpusPart::kJudging, 8).samples;
  test::append(long_take, test::hiss(120, 0.0003F));
  EXPECT_EQ(test::metrics_of(long_take).lack, SpeechLack::kTooLittle);
}

TEST(SoundMetrics, SayWhenTheSoundIsClipped) {
  std::vector<float> loud = spoken().samples;
  for (float& sample : loud) sample = std::clamp(sample * 12, -1.0F, 1.0F);
  const SoundMetrics metrics = test::metrics_of(loud);
  EXPECT_GT(metrics.clipped_share, 0.2);
  EXPECT_EQ(metrics.lack, SpeechLack::kNone);
  EXPECT_NEAR(metrics.syllables, spoken().syllables, 0.15 * spoken().syllables);
  std::vector<float> fine = spoken().samples;
  const float peak = std::abs(*std::max_element(fine.begin(), fine.end(),
                                                [](float a, float b) { return std::abs(a) < std::abs(b); }));
  test::scale(fine, 0.999F / peak);
  EXPECT_LT(test::metrics_of(fine).clipped_share, SoundMetrics::kClipped) << "loud, but whole";
}

TEST(SoundMetrics, AreTheSameWithOneSideDead) {
  const SoundMetrics both = test::metrics_of(spoken().samples);
  const SoundMetrics left = test::metrics_of(spoken().samples, false);
  EXPECT_EQ(left.dead_side, SoundSides::Dead::kRight);
  EXPECT_EQ(left.syllables, both.syllables);
  EXPECT_EQ(left.speech, both.speech);
  EXPECT_EQ(left.pauses.size(), both.pauses.size());
}

TEST(SoundMetrics, HearSidesThatAreWiredAgainstEachOther) {
  auto measurer = SoundMeasurer::create();
  ASSERT_TRUE(measurer);
  std::vector<float> stereo;
  for (const float sample : spoken().samples) {
    stereo.push_back(sample);
    stereo.push_back(-sample);
  }
  ASSERT_TRUE((*measurer)->hear({0, stereo}));
  EXPECT_EQ((*measurer)->finish().lack, SpeechLack::kNone);
}

// Between two parts of a take nothing was recorded: nobody was silent there.
TEST(SoundMetrics, TakeNoHoleForAPause) {
  const std::vector<float>& samples = spoken().samples;
  std::vector<float> stereo;
  for (const float sample : samples) stereo.insert(stereo.end(), {sample, sample});
  auto measurer = SoundMeasurer::create();
  ASSERT_TRUE(measurer);
  const auto length = static_cast<int64_t>(samples.size());
  ASSERT_TRUE((*measurer)->hear({0, stereo}));
  ASSERT_TRUE((*measurer)->hear({length + 10 * 48'000, stereo}));
  const SoundMetrics metrics = (*measurer)->finish();
  const size_t in_one = test::metrics_of(samples).pauses.size();
  EXPECT_EQ(metrics.pauses.size(), 2 * in_one);
  for (const TakeStretch& pause : metrics.pauses) {
    EXPECT_FALSE(pause.from < MediaTime::from_count(length + 5 * 48'000, 48'000) &&
                 pause.to > MediaTime::from_count(length + 5 * 48'000, 48'000));
  }
  EXPECT_NEAR(metrics.duration.seconds(), 2 * spoken().seconds(), 0.001) << "of what was recorded";
}

// A phone's recording, and one of a studio.
TEST(SoundMetrics, HardlyDependOnTheFilesRate) {
  const test::TempFolder temp;
  test::write_wav((temp.path() / "sound.wav").string(), spoken().samples);
  const SoundMetrics as_made = test::metrics_of(spoken().samples);
  for (const char* rate_hz : {"8000", "192000"}) {
    const auto file = temp.path() / (std::string(rate_hz) + ".wav");
    test::make_media(file, {"-i", (temp.path() / "sound.wav").string(), "-ar", rate_hz});
    const auto metrics = measure_sound({{file, {}}});
    ASSERT_TRUE(metrics) << metrics.error().english();
    EXPECT_EQ(metrics->lack, SpeechLack::kNone) << rate_hz;
    EXPECT_EQ(metrics->pauses.size(), as_made.pauses.size()) << rate_hz;
    EXPECT_NEAR(metrics->syllables, as_made.syllables, 0.08 * as_made.syllables) << rate_hz;
    ASSERT_TRUE(metrics->pitch_hz);
    EXPECT_NEAR(*metrics->pitch_hz, *as_made.pitch_hz, 0.03 * *as_made.pitch_hz) << rate_hz;
  }
}

TEST(PitchSpread, IsTheStandardDeviationInSemitones) {
  PitchSpread spread;
  for (int i = 0; i < 400; ++i)
    spread.add(static_cast<float>(200 * std::pow(2, (i % 2 == 0 ? 2 : -2) / 12.0)));
  ASSERT_TRUE(spread.semitones());
  EXPECT_NEAR(*spread.semitones(), 2, 0.05);
  PitchSpread flat;
  for (int i = 0; i < 400; ++i) flat.add(200);
  EXPECT_NEAR(*flat.semitones(), 0, 0.01);
  EXPECT_NEAR(*flat.median_hz(), 200, 3);
}

TEST(PitchSpread, NeedsTwoSecondsAndNoticesNoWrongOctaves) {
  PitchSpread spread;
  for (int i = 0; i < 199; ++i) spread.add(150);
  EXPECT_FALSE(spread.semitones());
  for (int i = 0; i < 100; ++i) spread.add(150);
  for (int i = 0; i < 6; ++i) spread.add(590);
  EXPECT_NEAR(*spread.semitones(), 0, 0.01);
}

}  // namespace
}  // namespace gladi
