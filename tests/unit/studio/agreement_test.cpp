#include "studio/review/agreement.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

std::vector<ScorePair> times(size_t count, std::vector<ScorePair> pairs) {
  std::vector<ScorePair> all;
  for (size_t i = 0; i < count; ++i) all.insert(all.end(), pairs.begin(), pairs.end());
  return all;
}

TEST(AgreementTest, OfNothingIsNothing) {
  const Agreement agreement = agreement_of({}, 5);
  EXPECT_EQ(agreement.pairs, 0u);
  EXPECT_FALSE(agreement.weighted_kappa);
}

TEST(AgreementTest, CountsExactAndNeighbouringLevels) {
  const Agreement agreement = agreement_of({{1, 1}, {2, 3}, {5, 2}, {4, 4}}, 5);
  EXPECT_EQ(agreement.pairs, 4u);
  EXPECT_DOUBLE_EQ(agreement.exact, 0.5);
  EXPECT_DOUBLE_EQ(agreement.within_one, 0.75);
  EXPECT_FALSE(agreement.weighted_kappa) << "four pairs say nothing about chance";
}

TEST(AgreementTest, LeavesOutWhatNobodyCanHaveGiven) {
  EXPECT_EQ(agreement_of({{0, 1}, {6, 5}, {3, 3}}, 5).pairs, 1u);
  EXPECT_EQ(agreement_of({{1, 1}}, 1).pairs, 0u);
}

// By hand, two levels, 20 pairs: 12 × (1,1), 3 × (1,2), 1 × (2,1), 4 × (2,2). Observed disagreement 4; by
// chance (15 × 7 + 5 × 13) / 20 = 8.5; kappa = 1 − 4 / 8.5.
TEST(AgreementTest, WeighsAgainstChance) {
  std::vector<ScorePair> pairs = times(12, {{1, 1}});
  for (const auto& more : {times(3, {{1, 2}}), times(1, {{2, 1}}), times(4, {{2, 2}})})
    pairs.insert(pairs.end(), more.begin(), more.end());
  const Agreement agreement = agreement_of(pairs, 2);
  ASSERT_TRUE(agreement.weighted_kappa);
  EXPECT_NEAR(*agreement.weighted_kappa, 1 - 4 / 8.5, 1e-12);
}

// A step of two levels weighs four times one of one level: 10 × each of (1,1), (3,3), (1,3): observed 40;
// first gave level 1 twenty times and level 3 ten, second the reverse: by chance 4 × (20 × 20 + 10 × 10)
// / 30.
TEST(AgreementTest, WeighsGreatDistancesMore) {
  const Agreement agreement = agreement_of(times(10, {{1, 1}, {3, 3}, {1, 3}}), 3);
  ASSERT_TRUE(agreement.weighted_kappa);
  EXPECT_NEAR(*agreement.weighted_kappa, 1 - 40 / (4 * 500 / 30.0), 1e-12);
}

TEST(AgreementTest, SaysNothingOfChanceWhereAllIsTheSame) {
  const Agreement agreement = agreement_of(times(30, {{4, 4}}), 5);
  EXPECT_DOUBLE_EQ(agreement.exact, 1);
  EXPECT_FALSE(agreement.weighted_kappa);
}

TEST(AgreementTest, IsNegativeWhereReviewersContradictEachOther) {
  const Agreement agreement = agreement_of(times(10, {{1, 5}, {5, 1}}), 5);
  ASSERT_TRUE(agreement.weighted_kappa);
  EXPECT_DOUBLE_EQ(*agreement.weighted_kappa, -1);
}

}  // namespace
}  // namespace gladi
