#include "studio/rehearsal/voice_level.h"

#include <gtest/gtest.h>

#include "studio/rehearsal/quiet_watch.h"

namespace gladi {
namespace {

// Thirty readings a second, as a window gives them.
class Ear {
 public:
  Ear& hear(double seconds, float rms_dbfs) {
    for (const double end = now_ + seconds; now_ < end; now_ += 1.0 / 30) {
      SoundLevel level;
      level.rms_dbfs = rms_dbfs;
      level.heard_at = MediaTime::from_seconds(now_);
      voice.add(level, level.heard_at);
    }
    return *this;
  }
  VoiceLevel voice;

 private:
  double now_ = 1;
};

TEST(VoiceLevelTest, KnowsNothingAtFirst) {
  Ear ear;
  EXPECT_FALSE(ear.voice.noise_dbfs());
  ear.hear(2, -20);
  EXPECT_FALSE(ear.voice.noise_dbfs());
  EXPECT_FALSE(ear.voice.voice_dbfs());
  ear.voice.add({}, MediaTime::from_ms(99'000));
  EXPECT_LT(ear.voice.listened().ms(), 3000) << "a device that gave nothing was not listened to";
}

TEST(VoiceLevelTest, TellsAVoiceFromTheRoom) {
  Ear ear;
  ear.hear(4, -55).hear(2, -22).hear(2, -55);
  EXPECT_NEAR(*ear.voice.noise_dbfs(), -55, 0.1);
  EXPECT_NEAR(*ear.voice.voice_dbfs(), -22, 0.1);
}

TEST(VoiceLevelTest, RemembersTheVoiceAfterItHasFallenSilent) {
  Ear ear;
  ear.hear(4, -55).hear(2, -22).hear(60, -55);
  EXPECT_NEAR(*ear.voice.voice_dbfs(), -22, 0.1);
}

TEST(VoiceLevelTest, TakesNeitherFanNorCoughForAVoice) {
  Ear ear;
  ear.hear(30, -38).hear(0.3, -15).hear(5, -38);
  EXPECT_FALSE(ear.voice.voice_dbfs());
  EXPECT_NEAR(*ear.voice.noise_dbfs(), -38, 0.1);
}

MediaTime speak(QuietWatch& watch, double from, double to, float rms_dbfs) {
  MediaTime now;
  for (double s = from; s < to; s += 0.1) {
    now = MediaTime::from_seconds(s);
    // Half of the time is pauses.
    watch.add(rms_dbfs, static_cast<int>(s * 2) % 2 == 0, now);
  }
  return watch.quiet_for(now);
}

TEST(QuietWatchTest, CountsFromWhenSheBeganToSpeakTooSoftly) {
  QuietWatch watch;
  EXPECT_EQ(speak(watch, 0, 30, -20).ns, 0);
  EXPECT_GT(speak(watch, 30, 60, -36).seconds(), 15);
  EXPECT_EQ(speak(watch, 60, 75, -20).ns, 0);
}

TEST(QuietWatchTest, SaysNothingOfSilenceOrAFewWords) {
  QuietWatch watch;
  MediaTime now;
  for (double s = 0; s < 60; s += 0.1) {
    now = MediaTime::from_seconds(s);
    watch.add(-45, static_cast<int>(s * 10) % 100 < 15, now);  // 1.5 s of speech in ten
  }
  EXPECT_EQ(watch.quiet_for(now).ns, 0);
}

TEST(QuietWatchTest, HearsASoftVoiceBehindALoudLaugh) {
  QuietWatch watch;
  speak(watch, 0, 20, -36);
  speak(watch, 20, 20.4, -20);
  EXPECT_GT(speak(watch, 20.4, 40, -36).seconds(), 5);
}

}  // namespace
}  // namespace gladi
