#include "encoder/base/media_time.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

TEST(MediaTime, CountsFramesWithoutDrift) {
  // An hour and a day at 30000/1001 fps come back to the same frame number.
  for (const int64_t frame : {0L, 1L, 107892L, 2589410L}) {
    EXPECT_EQ(MediaTime::from_count(frame, 30000, 1001).to_count(30000, 1001), frame);
  }
}

TEST(MediaTime, RoundsToTheNearestUnit) {
  EXPECT_EQ(MediaTime::from_ms(49).to_count(10), 0);
  EXPECT_EQ(MediaTime::from_ms(51).to_count(10), 1);
  EXPECT_EQ((-MediaTime::from_ms(51)).to_count(10), -1);
}

}  // namespace
}  // namespace gladi
