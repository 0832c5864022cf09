#include "studio/rehearsal/cues.h"

#include <gtest/gtest.h>

#include "studio/rehearsal/picture_watch.h"
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

PictureSample look(double at, bool face, double moved) {
  PictureSample sample;
  sample.at = seconds(at);
  sample.faces = face ? 1 : 0;
  if (face) sample.face = SeenFace{{0.5, 0.4}, 0.14, 0.25, 0.36, 0, 0.9};
  sample.moved = moved;
  return sample;
}

TEST(PictureWatchTest, KnowsHowLongNothingHasMovedAndNobodyWasSeen) {
  PictureWatch watch;
  EXPECT_FALSE(watch.still_for(seconds(1)));
  EXPECT_EQ(watch.face_away_for(seconds(1)).ns, 0);
  for (double at = 0; at < 10; at += 0.7) watch.add(look(at, at < 5, at < 3 ? 0.1 : 0.001));
  EXPECT_NEAR(watch.still_for(seconds(10))->seconds(), 10 - 2.8, 0.01);
  EXPECT_NEAR(watch.face_away_for(seconds(10)).seconds(), 10 - 4.9, 0.01);
}

TEST(PictureWatchTest, ForgetsWhatItSawWhenNobodyLooksAnyMore) {
  PictureWatch watch;
  for (double at = 0; at < 10; at += 0.7) watch.add(look(at, at < 5, 0));
  const MediaTime later = seconds(10) + PictureWatch::kFresh;
  EXPECT_FALSE(watch.still_for(later));
  EXPECT_EQ(watch.face_away_for(later).ns, 0);
  watch.add(look(60, false, 0));
  EXPECT_EQ(watch.still_for(seconds(60))->ns, 0) << "the minute between wasn't seen";
  EXPECT_EQ(watch.face_away_for(seconds(60)).ns, 0);
}

TEST(PictureWatchTest, CountsAFaceThatTheLayoutCutsOffAsAway) {
  PictureWatch watch;
  watch.add(look(0, true, 0.1));
  PictureSample beside = look(0.7, true, 0.1);
  beside.shown = {0.6, 0, 0.3, 1};
  watch.add(beside);
  EXPECT_NEAR(watch.face_away_for(seconds(0.7)).seconds(), 0.7, 0.01);
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
