#include "studio/review/spread.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

TEST(Spread, IsTheMedianAndTheQuartiles) {
  const auto spread = spread_of({8, 1, 4, 2, 3});
  ASSERT_TRUE(spread);
  EXPECT_DOUBLE_EQ(spread->lower, 2);
  EXPECT_DOUBLE_EQ(spread->median, 3);
  EXPECT_DOUBLE_EQ(spread->upper, 4);
  EXPECT_EQ(spread->count, 5U);
  const auto even = spread_of({1, 2, 3, 4});
  ASSERT_TRUE(even);
  EXPECT_DOUBLE_EQ(even->lower, 1.75);
  EXPECT_DOUBLE_EQ(even->median, 2.5);
  EXPECT_DOUBLE_EQ(even->upper, 3.25);
}

TEST(Spread, OfThreeIsNotTold) {
  EXPECT_FALSE(spread_of({1, 2, 3}));
  EXPECT_FALSE(spread_of({}));
}

TEST(Spread, OfAClassGoesByTheNumberOfTheTake) {
  const auto spreads = spread_by_take({{1, 10}, {2, {}}, {3, 30, 5}, {4, 20}, {{}, 40}});
  ASSERT_EQ(spreads.size(), 3U);
  ASSERT_TRUE(spreads[0] && spreads[1]);
  EXPECT_EQ(spreads[0]->count, 4U) << "who has no value isn't counted";
  EXPECT_DOUBLE_EQ(spreads[0]->median, 2.5);
  EXPECT_DOUBLE_EQ(spreads[1]->median, 25);
  EXPECT_FALSE(spreads[2]) << "one person's third take would tell who it is";
}

}  // namespace
}  // namespace gladi
