#include "studio/review/double_review.h"

#include <gtest/gtest.h>

#include "studio/library/library.h"
#include "studio/text/uuid.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

Review review(const std::vector<int>& levels, bool finished = true,
              const std::string& rubric = "live-selling") {
  Review made;
  made.reviewer_id = make_uuid();
  made.rubric = rubric;
  made.finished = finished;
  for (size_t i = 0; i < levels.size(); ++i)
    made.scores.push_back({"criterion-" + std::to_string(i), {"Nama", ""}, levels[i], 5, {}, {}});
  return made;
}

TEST(DoubleReviewTest, PairsAreMadeOfWhatBothHaveHandedInByTheSameRubric) {
  const ScorePairs pairs = pairs_of(review({1, 2, 3}), review({2, 2}));
  EXPECT_EQ(pairs.levels, 5);
  ASSERT_EQ(pairs.pairs.size(), 2U);
  EXPECT_EQ(pairs.pairs[0].first, 1);
  EXPECT_EQ(pairs.pairs[0].second, 2);
  EXPECT_TRUE(pairs_of(review({1, 2}), review({1, 2}, false)).pairs.empty());
  EXPECT_TRUE(pairs_of(review({1, 2}), review({1, 2}, true, "own")).pairs.empty());
}

TEST(DoubleReviewTest, OfDifferentNumbersOfLevelsTheMostCommonOneCounts) {
  Review first = review({1, 2, 3}), second = review({1, 2, 3});
  first.scores[0].levels = second.scores[0].levels = 3;
  second.scores[2].levels = 9;
  EXPECT_EQ(pairs_of(first, second).pairs.size(), 1U) << "the second criterion, and the first by itself";
  first.scores[2].levels = 9;
  first.scores[1].levels = second.scores[1].levels = 9;
  EXPECT_EQ(pairs_of(first, second).levels, 9);
  EXPECT_EQ(pairs_of(first, second).pairs.size(), 2U);
}

class DoubleReviewedTest : public ::testing::Test {
 protected:
  DoubleReviewedTest() : library_(*Library::open(folder_.path())) {}
  std::string person(bool may_be_reviewed) {
    Consent consent;
    consent.review = may_be_reviewed;
    const auto added = library_->people().add(may_be_reviewed ? "Ani" : "Budi", consent);
    EXPECT_TRUE(added);
    return added->id;
  }
  void take(const std::string& person_id, const std::vector<Review>& reviews) {
    Session session;
    session.person_id = person_id;
    session.person_name = "Ani";
    session.started_at = std::chrono::system_clock::now();
    const auto folder = library_->create_session(session);
    ASSERT_TRUE(folder);
    for (const Review& review : reviews) ASSERT_TRUE(save_review(*folder, review));
  }

  test::TempFolder folder_;
  std::unique_ptr<Library> library_;
};

TEST_F(DoubleReviewedTest, AreCountedOverTheWholeLibraryWhereThePersonAgreed) {
  const std::string ani = person(true), budi = person(false);
  take(ani, {review({1, 2, 3}), review({1, 3, 5})});
  take(ani, {review({4, 4}), review({4, 4})});
  take(ani, {review({5, 5})});
  take(ani, {review({5, 5}), review({1, 1}, false)});
  take(budi, {review({1, 1}), review({5, 5})});
  const DoubleReviewed all = double_reviewed(library_->root());
  EXPECT_EQ(all.takes, 2);
  EXPECT_EQ(all.agreement.pairs, 5U);
  EXPECT_DOUBLE_EQ(all.agreement.exact, 0.6);
  EXPECT_DOUBLE_EQ(all.agreement.within_one, 0.8);
  EXPECT_FALSE(all.agreement.weighted_kappa) << "too few";
  for (int i = 0; i < 4; ++i) take(ani, {review({1, 2, 3, 4, 5}), review({1, 2, 3, 4, 5})});
  EXPECT_NEAR(*double_reviewed(library_->root()).agreement.weighted_kappa, 0.93, 0.05);
}

}  // namespace
}  // namespace gladi
