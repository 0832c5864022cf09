#include "studio/rehearsal/cues.h"

#include <gtest/gtest.h>

#include "studio/rehearsal/silence_watch.h"

namespace gladi {
namespace {

MediaTime seconds(double s) {
  return MediaTime::from_seconds(s);
}

CueInput at(double s) {
  CueInput input;
  input.now = seconds(s);
  return input;
}

TEST(Cue, IsNeverShownUnlessItWasAskedFor) {
  Cues cues(false);
  CueInput input = at(60);
  input.silent_for = seconds(30);
  EXPECT_FALSE(cues.update(input));
}

TEST(Cue, ComesAtMostOnceInTwentySeconds) {
  Cues cues(true);
  int shown = 0;
  MediaTime last = seconds(-100);
  for (double s = 0; s < 120; s += 0.1) {
    CueInput input = at(s);
    input.silent_for = seconds(s);
    input.waiting = 2;
    input.oldest_waiting_for = seconds(s);
    cues.update(input);
    if (!cues.is_new()) continue;
    ++shown;
    EXPECT_GE((input.now - last).ns, Cues::kAtMostEvery.ns);
    last = input.now;
  }
  EXPECT_EQ(shown, 6);
}

TEST(Cue, GoesAwayByItself) {
  Cues cues(true);
  CueInput input = at(10);
  input.silent_for = seconds(7);
  ASSERT_TRUE(cues.update(input));
  EXPECT_EQ(cues.update(input)->kind, "silence");
  EXPECT_FALSE(cues.is_new());
  EXPECT_TRUE(cues.update(at(17.9)));
  EXPECT_FALSE(cues.update(at(18)));
}

TEST(Cue, SpeaksOfWhatHelpsTheBuyersMost) {
  CueInput input = at(60);
  input.silent_for = seconds(7);
  input.segment_share = 0.6;
  input.price_said = false;
  EXPECT_EQ(Cues(true).update(input)->kind, "silence");
  input.waiting = 1;
  input.oldest_waiting_for = seconds(16);
  EXPECT_EQ(Cues(true).update(input)->kind, "question");
  input = at(60);
  input.segment_share = 0.6;
  EXPECT_FALSE(Cues(true).update(input)) << "nobody knows whether the price was said";
  input.price_said = false;
  EXPECT_EQ(Cues(true).update(input)->kind, "price");
  input.segment_share = 0.4;
  EXPECT_FALSE(Cues(true).update(input));
  input.too_quiet_for = seconds(11);
  EXPECT_EQ(Cues(true).update(input)->kind, "quiet");
  input.face_away_for = seconds(5);
  EXPECT_EQ(Cues(true).update(input)->kind, "face");
}

SoundLevel level(float rms_dbfs) {
  SoundLevel level;
  level.rms_dbfs = rms_dbfs;
  return level;
}

TEST(SilenceHeard, BeginsFiveSecondsAfterTheLastWord) {
  SilenceWatch watch;
  for (double s = 0; s < 3; s += 0.1)
    EXPECT_EQ(watch.add(level(-20), seconds(s)), SilenceWatch::Change::kNone);
  double fell = 0;
  for (double s = 3; s < 12; s += 0.1) {
    if (watch.add(level(-70), seconds(s)) == SilenceWatch::Change::kFellSilent) fell = s;
  }
  EXPECT_NEAR(fell, 7.9, 0.15);
  EXPECT_EQ(watch.add(level(-20), seconds(12)), SilenceWatch::Change::kSpokeAgain);
  EXPECT_FALSE(watch.silent());
}

TEST(SilenceHeard, TakesNoFanForSpeech) {
  SilenceWatch watch;
  bool silent = false;
  for (double s = 0; s < 60; s += 0.1) {
    watch.add(level(-42), seconds(s));
    silent = watch.silent();
  }
  EXPECT_TRUE(silent);
  watch.add(level(-25), seconds(60));
  EXPECT_TRUE(watch.speaking());
}

}  // namespace
}  // namespace gladi
