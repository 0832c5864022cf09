#include "studio/rehearsal/level_history.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

SoundLevel level(float peak_dbfs, MediaTime heard_at, int64_t clipped = 0) {
  return {peak_dbfs, peak_dbfs - 10, clipped, heard_at};
}

MediaTime at_ms(int64_t ms) {
  return MediaTime::from_ms(ms);
}

TEST(LevelHistory, KnowsNothingAtFirst) {
  const LevelHistory history;
  EXPECT_EQ(history.peak_dbfs(), SoundLevel::kSilenceDbfs);
  EXPECT_EQ(history.clipped_samples(), 0);
  EXPECT_EQ(history.watched(), MediaTime{});
  EXPECT_EQ(history.since_sound(), MediaTime{});
}

TEST(LevelHistory, RemembersTheLoudestMomentForFiveSeconds) {
  LevelHistory history;
  history.add(level(-6, at_ms(1000)), at_ms(1000));
  for (int64_t ms = 1100; ms <= 5900; ms += 100) history.add(level(-70, at_ms(ms)), at_ms(ms));
  EXPECT_EQ(history.peak_dbfs(), -6);
  for (int64_t ms = 6000; ms <= 6200; ms += 100) history.add(level(-70, at_ms(ms)), at_ms(ms));
  EXPECT_EQ(history.peak_dbfs(), -70);
  EXPECT_EQ(history.watched(), LevelHistory::kSpan);
}

TEST(LevelHistory, CountsOnlyTheClippingOfTheSpan) {
  LevelHistory history;
  history.add(level(0, at_ms(0), 500), at_ms(0));
  history.add(level(0, at_ms(1000), 540), at_ms(1000));
  EXPECT_EQ(history.clipped_samples(), 40);
  for (int64_t ms = 2000; ms <= 12'000; ms += 1000) history.add(level(-20, at_ms(ms), 540), at_ms(ms));
  EXPECT_EQ(history.clipped_samples(), 0);
}

TEST(LevelHistory, TellsADeadSourceFromAQuietOne) {
  LevelHistory history;
  history.add(level(-90, at_ms(10'000)), at_ms(10'010));
  history.add(level(-90, at_ms(10'000)), at_ms(10'700));
  EXPECT_EQ(history.since_sound(), at_ms(690)) << "counted from when we began to listen, not from before";
  history.add(level(-90, at_ms(10'790)), at_ms(10'800));
  EXPECT_EQ(history.since_sound(), at_ms(10));
}

}  // namespace
}  // namespace gladi
