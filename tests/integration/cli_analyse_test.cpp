// gladi analyse, as a program that automates sees it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/gladi_program.h"
#include "tests/support/made_sound.h"
#include "tests/support/speech_corpus.h"
#include "tests/support/temp_folder.h"

namespace gladi::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

TEST(CliAnalyse, TellsOfAnyFileHowSomebodySpeaks) {
  const TempFolder temp;
  const std::string file = (temp.path() / "speech.wav").string();
  const SpokenTake take = short_take(CorpusPart::kJudging, 35);
  write_wav(file, take.samples);
  const json answer = answer_of(gladi({"analyse", file, "--json"}));
  EXPECT_NEAR(answer["duration_s"].get<double>(), take.seconds(), 0.2);
  EXPECT_LT(answer["loudness"]["integrated_lufs"].get<double>(), -10);
  EXPECT_TRUE(answer["loudness"]["true_peak_dbtp"].is_number());
  EXPECT_NEAR(answer["speech"]["speech_s"].get<double>(), take.speech_s(), 0.05 * take.speech_s());
  EXPECT_EQ(answer["speech"]["pauses"].size(), take.pauses().size());
  EXPECT_NEAR(answer["pace"]["syllables"].get<double>(), take.syllables, 0.1 * take.syllables);
  EXPECT_GT(answer["pitch"]["median_hz"].get<double>(), 70);
  EXPECT_GT(answer["pitch"]["sd_semitones"].get<double>(), 0);
  EXPECT_TRUE(answer["held"].is_array());
  EXPECT_TRUE(answer["reason"].is_null());
  const CommandOutput text = gladi({"analyse", file});
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_THAT(text.out, HasSubstr("Pace, an estimate"));
}

TEST(CliAnalyse, SaysWhyNothingCanBeTold) {
  const TempFolder temp;
  const std::string file = (temp.path() / "noise.wav").string();
  write_wav(file, hiss(25, 0.1F));
  const json answer = answer_of(gladi({"analyse", file, "--json"}));
  EXPECT_EQ(answer["reason"], "no_voice");
  for (const char* part : {"speech", "pace", "pitch", "held"}) EXPECT_TRUE(answer[part].is_null()) << part;
  EXPECT_THAT(gladi({"analyse", file}).out, HasSubstr("Not enough data"));
  EXPECT_EQ(
      gladi({"analyse", (temp.path() / "nothing.wav").string(), "--library", temp.path().string()}).exit_code,
      1);
}

}  // namespace
}  // namespace gladi::test
