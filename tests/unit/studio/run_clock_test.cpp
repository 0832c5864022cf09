#include "studio/rehearsal/run_clock.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

// Opening, cloth, bag, the cloth again, closing.
class RunClockTest : public testing::Test {
 protected:
  RunClockTest() {
    Product cloth, bag, hidden;
    cloth.id = "cloth";
    bag.id = "bag";
    hidden.id = "hidden";
    catalogue_.products = {cloth, bag, hidden};
    const auto minute = MediaTime::from_seconds(60);
    rundown_.segments = {{SegmentKind::kOpening, {}, "", minute, {}},
                         {SegmentKind::kProduct, {}, "cloth", minute * 2, {}},
                         {SegmentKind::kProduct, {}, "bag", minute * 3, {}},
                         {SegmentKind::kProduct, {}, "cloth", minute, {}},
                         {SegmentKind::kClosing, {}, "", minute, {}}};
  }

  Catalogue catalogue_;
  Rundown rundown_;
};

TEST_F(RunClockTest, BeginsWithTheOpeningAndNoProduct) {
  const RunClock run(rundown_, catalogue_);
  EXPECT_EQ(run.segment(), 0);
  EXPECT_EQ(run.product(), nullptr);
  EXPECT_EQ(run.product_number(), 0);
}

TEST_F(RunClockTest, CountsASegmentFromItsOwnStart) {
  RunClock run(rundown_, catalogue_);
  ASSERT_TRUE(run.go_to(2, MediaTime::from_seconds(70)));
  EXPECT_EQ(run.segment_elapsed(MediaTime::from_seconds(300)), MediaTime::from_seconds(230));
  EXPECT_EQ(run.segment_planned(), MediaTime::from_seconds(180));
  EXPECT_EQ(run.product_number(), 2);
}

TEST_F(RunClockTest, StaysWhereItIsAtTheEndsAndOnTheSameSegment) {
  RunClock run(rundown_, catalogue_);
  EXPECT_FALSE(run.go_to(-1, {}));
  EXPECT_FALSE(run.go_to(5, {}));
  EXPECT_FALSE(run.go_to(0, MediaTime::from_seconds(9)));
  EXPECT_EQ(run.segment_elapsed(MediaTime::from_seconds(9)), MediaTime::from_seconds(9));
}

TEST_F(RunClockTest, FindsTheNextSegmentOfAProductBeforeAnEarlierOne) {
  RunClock run(rundown_, catalogue_);
  EXPECT_EQ(run.segment_of_product(1), 1);
  run.go_to(2, {});
  EXPECT_EQ(run.segment_of_product(1), 3);
  run.go_to(4, {});
  EXPECT_EQ(run.segment_of_product(1), 1);
}

TEST_F(RunClockTest, KnowsNoSegmentForAProductThatIsNotPlanned) {
  const RunClock run(rundown_, catalogue_);
  EXPECT_EQ(run.segment_of_product(3), -1);
  EXPECT_EQ(run.segment_of_product(0), -1);
  EXPECT_EQ(run.segment_of_product(4), -1);
}

TEST_F(RunClockTest, TellsWhatRanAndWhatWasSkipped) {
  RunClock run(rundown_, catalogue_);
  run.go_to(2, {});
  run.go_to(4, {});
  EXPECT_EQ(run.ran(), (std::vector<bool>{true, false, true, false, true}));
}

TEST_F(RunClockTest, LivesWithAnEmptyRundown) {
  rundown_.segments.clear();
  RunClock run(rundown_, catalogue_);
  EXPECT_EQ(run.product(), nullptr);
  EXPECT_EQ(run.segment_planned(), MediaTime{});
  EXPECT_EQ(run.segment_of_product(1), -1);
  EXPECT_FALSE(run.go_to(0, {}));
}

}  // namespace
}  // namespace gladi
