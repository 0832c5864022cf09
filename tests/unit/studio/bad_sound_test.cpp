// Sounds of which nothing, or nothing good, can be told: each gives a sensible sentence, and never a number
// from nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "studio/coaching/take_metrics.h"
#include "studio/review/feedback.h"
#include "tests/support/made_sound.h"
#include "tests/support/media_files.h"
#include "tests/support/speech_corpus.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using testing::AnyOf;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;

class BadSound : public ::testing::Test {
 protected:
  // The sound goes through a real file, as ffmpeg writes it: `how` are its options.
  fs::path file_of(const std::vector<float>& samples, const std::vector<std::string>& how,
                   const std::string& name = "take.m4a") {
    test::write_wav((temp_.path() / "made.wav").string(), samples);
    fs::path file = temp_.path() / name;
    std::vector<std::string> arguments = {"-y", "-i", (temp_.path() / "made.wav").string()};
    arguments.insert(arguments.end(), how.begin(), how.end());
    test::make_media(file, arguments);
    return file;
  }
  // What a take with this sound is told. Nothing else is known of it.
  void judge(const fs::path& file) {
    const auto metrics = measure_sound({{file, {}}});
    ASSERT_TRUE(metrics) << metrics.error().english();
    facts_ = {};
    facts_.duration = metrics->duration;
    if (metrics->loudness) facts_.integrated_lufs = metrics->loudness->integrated_lufs;
    facts_.sound = *metrics;
    feedback_ = feedback_of(facts_, Language::kIndonesian);
  }
  void expect_nothing_is_told_of_speech() {
    EXPECT_FALSE(facts_.sound->syllables_per_s);
    EXPECT_FALSE(facts_.sound->pitch_spread_semitones);
    EXPECT_TRUE(facts_.sound->windows.empty());
    for (const Insight& praise : feedback_.strengths) EXPECT_EQ(praise.rule, "rehearsed");
    ASSERT_TRUE(feedback_.lack);
    EXPECT_THAT(feedback_.lack->english(), HasSubstr("Not enough data"));
  }
  std::string next() const { return feedback_.next ? feedback_.next->rule : "none"; }

  static const std::vector<float>& speech() {
    static const std::vector<float> samples = test::short_take(test::CorpusPart::kJudging, 35).samples;
    return samples;
  }

  test::TempFolder temp_;
  TakeFacts facts_;
  Feedback feedback_;
};

TEST_F(BadSound, SilenceAsksForTheMicrophone) {
  judge(file_of(test::silence(40), {"-c:a", "aac", "-ac", "2"}));
  EXPECT_EQ(next(), "no-sound");
  expect_nothing_is_told_of_speech();
}

TEST_F(BadSound, AHumIsNoVoice) {
  judge(file_of(test::buzz(40, [](double) { return 50.0; }), {"-c:a", "aac", "-ac", "2"}));
  EXPECT_EQ(next(), "no-voice");
  expect_nothing_is_told_of_speech();
}

TEST_F(BadSound, MusicAloneIsNoVoice) {
  judge(file_of(test::music(40), {"-c:a", "aac", "-ac", "2"}));
  EXPECT_EQ(next(), "no-voice");
  expect_nothing_is_told_of_speech();
}

TEST_F(BadSound, ClippingAsksForDistanceNotForLess) {
  std::vector<float> loud = speech();
  for (float& sample : loud) sample = std::clamp(sample * 12, -1.0F, 1.0F);
  judge(file_of(loud, {"-af", "pan=stereo|c0=c0|c1=c0", "-c:a", "aac", "-b:a", "192k"}));
  EXPECT_EQ(next(), "clipped");
  EXPECT_TRUE(feedback_.next->at) << "where it is loudest";
  EXPECT_THAT(feedback_.strengths, Not(Contains(Field(&Insight::rule, "clear-voice"))));
}

TEST_F(BadSound, ADeadSideIsNamed) {
  for (const std::string side : {"left", "right"}) {
    const std::string pan = side == "left" ? "pan=stereo|c0=0*c0|c1=c0" : "pan=stereo|c0=c0|c1=0*c0";
    std::vector<float> clear = speech();
    const auto [least, most] = std::minmax_element(clear.begin(), clear.end());
    test::scale(clear, 0.8F / std::max(-*least, *most));
    judge(file_of(clear, {"-af", pan, "-c:a", "aac"}));
    EXPECT_EQ(next(), "dead-side");
    const std::string heard = side == "left" ? "Only the right side" : "Only the left side";
    EXPECT_THAT(feedback_.next->detail.english(), HasSubstr(heard));
    EXPECT_TRUE(facts_.sound->syllables_per_s) << "the other side is heard";
    EXPECT_FALSE(feedback_.lack);
  }
}

// What a telephone records, and what a studio does: the same is told.
TEST_F(BadSound, OtherRatesAreToldTheSame) {
  judge(file_of(speech(), {"-c:a", "pcm_s16le"}, "take.wav"));
  const TakeFacts as_made = facts_;
  ASSERT_TRUE(as_made.sound->syllables_per_s);
  for (const char* rate_hz : {"8000", "192000"}) {
    judge(file_of(speech(), {"-ar", rate_hz, "-c:a", "pcm_s16le"}, std::string(rate_hz) + ".wav"));
    EXPECT_FALSE(feedback_.lack) << rate_hz;
    ASSERT_TRUE(facts_.sound->syllables_per_s) << rate_hz;
    EXPECT_NEAR(*facts_.sound->syllables_per_s, *as_made.sound->syllables_per_s, 0.4) << rate_hz;
  }
}

TEST_F(BadSound, AFewSecondsGetNoFeedbackAtAll) {
  judge(file_of(test::short_take(test::CorpusPart::kJudging, 3).samples, {"-c:a", "aac", "-ac", "2"}));
  EXPECT_LT(facts_.duration, Feedback::kShortestTake);
  EXPECT_FALSE(feedback_.next);
  EXPECT_TRUE(feedback_.strengths.empty());
  EXPECT_FALSE(facts_.sound->syllables_per_s);
}

TEST_F(BadSound, ALongTakeWithAFewWordsSaysThatTheyAreTooFew) {
  std::vector<float> samples = test::short_take(test::CorpusPart::kJudging, 8).samples;
  test::append(samples, test::hiss(60, 0.0003F));
  judge(file_of(samples, {"-c:a", "aac", "-ac", "2"}));
  expect_nothing_is_told_of_speech();
  EXPECT_THAT(feedback_.lack->english(), HasSubstr("20 seconds"));
  EXPECT_EQ(next(), "few-words");
}

}  // namespace
}  // namespace gladi
