// The rules about her voice, one by one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "studio/review/feedback.h"

namespace gladi {
namespace {
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

MediaTime s(double seconds) {
  return MediaTime::from_seconds(seconds);
}

// Three minutes spoken well, of which nothing else is known.
class FeedbackOfSound : public ::testing::Test {
 protected:
  FeedbackOfSound() {
    facts_.duration = s(180);
    facts_.integrated_lufs = -18;
    SoundMetrics sound;
    sound.duration = s(180);
    sound.loudness = Loudness{-18, -3};
    sound.lack = SpeechLack::kNone;
    sound.speech = s(120);
    sound.syllables_per_s = 5;
    sound.pitch_spread_semitones = 2.0;
    for (int i = 0; i < 18; ++i) {
      SoundWindow window;
      window.at = {s(10.0 * i), s(10.0 * i + 10)};
      window.speech = s(7);
      window.syllables = 35;
      window.pitch_spread_semitones = 2.0;
      window.speech_lufs = -18;
      sound.windows.push_back(window);
    }
    facts_.sound = sound;
    silence(30, 1);
    for (int i = 0; i < 9; ++i) silence(40 + 10 * i, 0.8);
  }
  SoundMetrics& sound() { return *facts_.sound; }
  SoundWindow& window(size_t i) { return sound().windows[i]; }
  void silence(double at, double length) { sound().pauses.push_back({s(at), s(at + length)}); }
  void hold(int count) {
    sound().held.clear();
    for (int i = 0; i < count; ++i) sound().held.push_back({s(20 + 5 * i), s(20.4 + 5 * i)});
  }

  std::optional<Insight> next() { return feedback_of(facts_, Language::kIndonesian).next; }
  std::string rule() { return next()->rule; }
  std::vector<std::string> strengths() {
    std::vector<std::string> rules;
    for (const Insight& praise : feedback_of(facts_, Language::kIndonesian).strengths)
      rules.push_back(praise.rule);
    return rules;
  }

  TakeFacts facts_;
};

TEST_F(FeedbackOfSound, InventsNoFaultInAVoiceThatIsFine) {
  EXPECT_EQ(rule(), "harder");
  EXPECT_THAT(strengths(), testing::ElementsAre("fluent", "pace", "pauses"));
}

TEST_F(FeedbackOfSound, OfATakeThatIsNotMeasuredSaysNothing) {
  facts_.sound.reset();
  EXPECT_FALSE(next()) << "also not that nothing stood out";
  EXPECT_THAT(strengths(), testing::ElementsAre("rehearsed"));
  const Feedback feedback = feedback_of(facts_, Language::kEnglish);
  EXPECT_FALSE(feedback.too_short);
  ASSERT_TRUE(feedback.lack);
  EXPECT_THAT(feedback.lack->english(), HasSubstr("isn't judged yet"));
  facts_.integrated_lufs = -30;
  EXPECT_FALSE(next()) << "how loud it is says nothing of a voice";
  facts_.replies.asked = 3;
  facts_.replies.missed = {{s(20), "rina", "Harga?"}};
  EXPECT_EQ(rule(), "unanswered") << "the journal is exact";
}

TEST_F(FeedbackOfSound, LeadsAQuietVoiceToItsQuietestMoment) {
  facts_.integrated_lufs = -26.1;
  window(7).speech_lufs = -31;
  EXPECT_EQ(rule(), "quiet");
  EXPECT_EQ(next()->at, s(70));
  facts_.integrated_lufs = -26;
  EXPECT_EQ(rule(), "harder");
}

TEST_F(FeedbackOfSound, LeadsABrokenSoundToItsLoudestMoment) {
  sound().clipped_share = 0.01;
  window(4).speech_lufs = -9;
  EXPECT_EQ(rule(), "clipped");
  EXPECT_EQ(next()->at, s(40));
  EXPECT_THAT(next()->example.english(), HasSubstr("no need to be loud"));
  sound().clipped_share = 0.009;
  EXPECT_EQ(rule(), "harder");
}

TEST_F(FeedbackOfSound, NamesTheSideThatIsDead) {
  sound().dead_side = SoundSides::Dead::kLeft;
  EXPECT_EQ(rule(), "dead-side");
  EXPECT_THAT(next()->detail.english(), HasSubstr("Only the right side"));
  EXPECT_THAT(strengths(), Not(Contains("clear-voice")));
}

TEST_F(FeedbackOfSound, TellsAPaceOutsideWhatIsComfortable) {
  sound().syllables_per_s = 6.6;
  window(3).syllables = 55;
  EXPECT_EQ(rule(), "fast");
  EXPECT_EQ(next()->at, s(30));
  EXPECT_THAT(next()->detail.english(), HasSubstr("an estimate"));
  EXPECT_THAT(strengths(), Not(Contains("pace")));
  sound().syllables_per_s = 6.5;
  EXPECT_EQ(rule(), "harder");
  sound().syllables_per_s = 3.4;
  window(5).syllables = 12;
  EXPECT_EQ(rule(), "slow");
  EXPECT_EQ(next()->at, s(50));
  EXPECT_THAT(strengths(), Not(Contains("pace")));
}

// Takes are measured within 15 %: less of a difference says nothing.
TEST_F(FeedbackOfSound, ComparesThePaceWithHersOnly) {
  sound().syllables_per_s = 6.2;
  facts_.usual_syllables_per_s = 5.3;
  EXPECT_EQ(rule(), "harder");
  facts_.usual_syllables_per_s = 4.8;
  EXPECT_EQ(rule(), "fast");
  EXPECT_THAT(next()->detail.english(), HasSubstr("than in your rehearsals before"));
  EXPECT_THAT(strengths(), Not(Contains("pace")));
  sound().syllables_per_s = 3.8;
  EXPECT_EQ(rule(), "slow");
  // In the middle of what is comfortable another pace than usual is no trouble.
  sound().syllables_per_s = 4.9;
  facts_.usual_syllables_per_s = 3.6;
  EXPECT_EQ(rule(), "harder");
  facts_.usual_syllables_per_s = 6.4;
  sound().syllables_per_s = 5.1;
  EXPECT_EQ(rule(), "harder");
}

TEST_F(FeedbackOfSound, LeadsAFlatVoiceToItsFlattestMoment) {
  sound().pitch_spread_semitones = 1.69;
  window(9).pitch_spread_semitones = 0.8;
  window(10).pitch_spread_semitones.reset();
  EXPECT_EQ(rule(), "flat");
  EXPECT_EQ(next()->at, s(90));
  EXPECT_THAT(next()->example.english(), HasSubstr("not louder"));
  sound().pitch_spread_semitones = 1.7;
  EXPECT_EQ(rule(), "harder");
}

TEST_F(FeedbackOfSound, DoesNotTellWhatAReviewerHasDismissed) {
  sound().pitch_spread_semitones = 1.69;
  hold(40);
  ASSERT_EQ(rule(), "flat");
  for (SoundWindow& window : sound().windows) window.pitch_spread_semitones = 1.6;
  const auto without = [this](const std::set<FindingKind>& kinds) {
    std::vector<TakeFinding> dismissed = findings_in(facts_.sound, {});
    std::erase_if(dismissed, [&](const TakeFinding& finding) { return !kinds.contains(finding.kind); });
    return feedback_of(facts_, Language::kIndonesian, dismissed).next->rule;
  };
  EXPECT_EQ(without({FindingKind::kHeld}), "flat");
  EXPECT_EQ(without({FindingKind::kFlat}), "held");
  EXPECT_EQ(without({FindingKind::kFlat, FindingKind::kHeld}), "harder");
}

TEST_F(FeedbackOfSound, NeitherCountsNorLeadsToWhatIsDismissed) {
  hold(6);
  sound().held[1].to = s(26.4);  // the longest
  const std::vector<TakeFinding> found = findings_in(facts_.sound, {});
  ASSERT_EQ(found.size(), 6u);
  const auto told = [&](size_t dismissed) {
    return *feedback_of(facts_, Language::kEnglish, {found.begin() + 1, found.begin() + 1 + dismissed}).next;
  };
  EXPECT_EQ(told(0).at, s(25));
  EXPECT_EQ(told(1).rule, "held");
  EXPECT_THAT(told(1).detail.english(), HasSubstr("5 times"));
  EXPECT_EQ(told(1).at, s(20)) << "the longest of those that are left";
  EXPECT_EQ(told(5).rule, "harder") << "one is left: too few";
}

TEST_F(FeedbackOfSound, LeadsToNoWindowThatIsDismissed) {
  sound().syllables_per_s = 6.6;
  window(3).syllables = 55;
  window(8).syllables = 50;
  const std::vector<TakeFinding> found = findings_in(facts_.sound, {});
  ASSERT_EQ(found.size(), 2u);
  const Feedback feedback = feedback_of(facts_, Language::kEnglish, {found[0]});
  EXPECT_EQ(feedback.next->rule, "fast");
  EXPECT_EQ(feedback.next->at, s(80));
}

TEST_F(FeedbackOfSound, ASilenceThatIsDismissedIsNone) {
  silence(100, 9);
  const std::vector<TakeFinding> found = findings_in(facts_.sound, {});
  ASSERT_EQ(found.size(), 1u);
  const Feedback feedback = feedback_of(facts_, Language::kEnglish, found);
  EXPECT_EQ(feedback.next->rule, "harder");
  EXPECT_EQ(feedback.strengths.front().rule, "fluent");
}

TEST_F(FeedbackOfSound, SpeaksOfManyHeldSoundsOnlyAndCallsThemAGuess) {
  hold(3);
  EXPECT_EQ(rule(), "harder") << "some are heard where there are none";
  hold(4);
  sound().held[2].to = s(31);
  EXPECT_EQ(rule(), "held") << "two minutes of speech: two a minute";
  EXPECT_EQ(next()->at, s(30)) << "the longest";
  EXPECT_THAT(next()->detail.english(), HasSubstr("perhaps an “eee”"));
  sound().speech = s(130);
  EXPECT_EQ(rule(), "harder");
}

// The level that is watched live knows of no voice: music that runs hides a silence, a fan makes one.
TEST_F(FeedbackOfSound, HearsDeadAirInTheMeasuredSoundAndCallsItAnEstimate) {
  silence(100, 9);
  EXPECT_EQ(rule(), "dead-air");
  EXPECT_EQ(next()->at, s(100));
  EXPECT_THAT(strengths(), Not(Contains("fluent")));
  EXPECT_THAT(next()->detail.english(), HasSubstr("an estimate"));
  facts_.silences = {{s(60), s(12)}};
  EXPECT_EQ(next()->at, s(100)) << "what was noticed while she rehearsed gives way to it";
  sound().pauses.pop_back();
  EXPECT_EQ(rule(), "harder");
  facts_.sound.reset();
  EXPECT_EQ(next()->at, s(60));
}

TEST_F(FeedbackOfSound, PraisesALivelyVoice) {
  sound().pitch_spread_semitones = 2.4;
  EXPECT_THAT(strengths(), Contains("lively"));
  sound().pitch_spread_semitones = 2.39;
  EXPECT_THAT(strengths(), Not(Contains("lively")));
}

TEST_F(FeedbackOfSound, PraisesShortPausesUnlessThereAreLongOnes) {
  EXPECT_THAT(strengths(), Contains("pauses"));
  silence(140, 2.5);
  EXPECT_THAT(strengths(), Not(Contains("pauses")));
  sound().pauses.resize(7);
  EXPECT_THAT(strengths(), Not(Contains("pauses"))) << "too few";
}

TEST_F(FeedbackOfSound, PraisesWhoSaysNoEeeWhereEnoughWasHeard) {
  sound().pauses.clear();
  sound().syllables_per_s = 6.6;
  EXPECT_THAT(strengths(), Contains("no-eee"));
  hold(2);
  EXPECT_THAT(strengths(), Not(Contains("no-eee")));
  sound().held.clear();
  sound().speech = s(59);
  EXPECT_THAT(strengths(), Not(Contains("no-eee")));
}

TEST_F(FeedbackOfSound, SaysWhyNothingIsTold) {
  for (const auto& [lack, rule_told] :
       {std::pair{SpeechLack::kSilent, "no-sound"}, std::pair{SpeechLack::kNoVoice, "no-voice"},
        std::pair{SpeechLack::kTooLittle, "few-words"}}) {
    SoundMetrics none;
    none.lack = lack;
    facts_.sound = none;
    EXPECT_EQ(rule(), rule_told);
    const Feedback feedback = feedback_of(facts_, Language::kEnglish);
    ASSERT_TRUE(feedback.lack);
    EXPECT_THAT(feedback.lack->english(), HasSubstr("Not enough data"));
    for (const char* praise : {"lively", "pace", "pauses", "no-eee", "clear-voice", "fluent"})
      EXPECT_THAT(strengths(), Not(Contains(praise))) << rule_told;
  }
}

TEST_F(FeedbackOfSound, AsksForMoreWordsWhereThereWasTimeForThem) {
  facts_.sound = SoundMetrics{};
  facts_.sound->lack = SpeechLack::kTooLittle;
  facts_.duration = s(59);
  EXPECT_EQ(rule(), "harder");
  facts_.duration = s(60);
  EXPECT_EQ(rule(), "few-words");
}

// The first of these that holds wins over those behind it.
TEST_F(FeedbackOfSound, OneThingOnlyAndTheMicrophoneFirst) {
  sound().syllables_per_s = 3;
  EXPECT_EQ(rule(), "slow");
  hold(8);
  EXPECT_EQ(rule(), "held");
  sound().pitch_spread_semitones = 1;
  EXPECT_EQ(rule(), "flat");
  sound().dead_side = SoundSides::Dead::kRight;
  EXPECT_EQ(rule(), "dead-side");
  sound().syllables_per_s = 7;
  EXPECT_EQ(rule(), "fast");
  silence(100, 9);
  EXPECT_EQ(rule(), "dead-air");
  sound().clipped_share = 0.1;
  EXPECT_EQ(rule(), "clipped");
  facts_.integrated_lufs = -30;
  EXPECT_EQ(rule(), "quiet");
}

}  // namespace
}  // namespace gladi
