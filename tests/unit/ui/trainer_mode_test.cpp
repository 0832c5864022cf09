#include "ui/app/trainer_mode.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

MediaTime minutes(int64_t m) {
  return MediaTime::from_ms(m * 60'000);
}

TEST(TrainerModeTest, LocksItselfAfterTenMinutesInWhichNobodyTouchedAnything) {
  TrainerMode mode;
  EXPECT_FALSE(mode.on());
  mode.begin({"id", "Bu Sri", "", {}});
  EXPECT_FALSE(mode.tick(minutes(9)));
  EXPECT_TRUE(mode.on());
  EXPECT_EQ(mode.trainer().name, "Bu Sri");
  EXPECT_TRUE(mode.tick(minutes(10)));
  EXPECT_FALSE(mode.on());
  EXPECT_FALSE(mode.tick(minutes(29))) << "told once";
}

TEST(TrainerModeTest, EndsWhenTheTrainerLeaves) {
  TrainerMode mode;
  mode.begin({"id", "Bu Sri", "", {}});
  mode.end();
  EXPECT_FALSE(mode.on());
}

}  // namespace
}  // namespace gladi
