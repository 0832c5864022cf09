#include "studio/rehearsal/overload_ladder.h"

#include <gtest/gtest.h>

#include <vector>

#include "encoder/base/clock.h"

namespace gladi {
namespace {

class OverloadLadderTest : public testing::Test {
 protected:
  // Readings each 100 ms for `ms`; in each of them `lost` more frames are lost.
  void run(int ms, int64_t lost, double backlog) {
    for (int passed = 0; passed < ms; passed += 100) {
      clock_.advance(MediaTime::from_ms(100));
      lost_ += lost;
      if (const auto step = ladder_.observe({lost_, backlog}, clock_.now())) {
        steps_.push_back(*step);
        at_.push_back(clock_.now());
      }
    }
  }

  SteppedClock clock_{MediaTime::from_ms(5000)};
  OverloadLadder ladder_;
  int64_t lost_ = 0;
  std::vector<OverloadStep> steps_;
  std::vector<MediaTime> at_;
};

TEST_F(OverloadLadderTest, StaysUpWhileAllIsWell) {
  run(60'000, 0, 0.3);
  EXPECT_TRUE(steps_.empty());
  EXPECT_EQ(ladder_.step(), OverloadStep::kNone);
}

TEST_F(OverloadLadderTest, ForgivesASingleHiccup) {
  for (int i = 0; i < 20; ++i) {
    run(100, 15, 1);
    run(5000, 0, 0.1);
  }
  EXPECT_TRUE(steps_.empty());
}

TEST_F(OverloadLadderTest, GoesDownStepByStepAndNoFurtherThanTheLast) {
  run(60'000, 2, 1);
  EXPECT_EQ(steps_, (std::vector<OverloadStep>{OverloadStep::kPreview, OverloadStep::kOverlays,
                                               OverloadStep::kPictures}));
}

TEST_F(OverloadLadderTest, GivesEachStepTimeToHelp) {
  run(60'000, 2, 1);
  ASSERT_EQ(at_.size(), 3U);
  EXPECT_LE(at_[0] - MediaTime::from_ms(5000), MediaTime::from_ms(500));  // soon after the trouble begins
  EXPECT_GE(at_[1] - at_[0], OverloadLadder::kSettle);
  EXPECT_GE(at_[2] - at_[1], OverloadLadder::kSettleBeforePictures);
}

TEST_F(OverloadLadderTest, DoesNotAddUpTheHiccupsOfAnHour) {
  for (int i = 0; i < 40; ++i) {
    run(1000, 1, 1);
    run(90'000, 0, 0);
  }
  EXPECT_EQ(steps_, std::vector<OverloadStep>{OverloadStep::kPreview});
}

TEST_F(OverloadLadderTest, TakesTroubleThatComesBackForTroubleThatLasts) {
  for (int i = 0; i < 3; ++i) {
    run(1000, 1, 1);
    run(30'000, 0, 0);
  }
  EXPECT_EQ(steps_.size(), 3U);
}

TEST_F(OverloadLadderTest, KeepsThePictureRateThroughSomeSecondsOfTrouble) {
  run(6000, 1, 1);
  run(120'000, 0, 0);
  EXPECT_EQ(steps_, (std::vector<OverloadStep>{OverloadStep::kPreview, OverloadStep::kOverlays}));
}

TEST_F(OverloadLadderTest, StopsWhereAStepHasHelpedAndNeverGoesUp) {
  run(1000, 1, 1);
  run(60'000, 0, 0);
  EXPECT_EQ(steps_, std::vector<OverloadStep>{OverloadStep::kPreview});
  EXPECT_EQ(ladder_.step(), OverloadStep::kPreview);
}

TEST_F(OverloadLadderTest, SeesABacklogBeforeFramesAreLost) {
  run(1000, 0, 0.8);
  EXPECT_EQ(steps_, std::vector<OverloadStep>{OverloadStep::kPreview});
}

TEST_F(OverloadLadderTest, SeesTroubleWhereItsReaderDoesNotGetItsTurn) {
  run(1000, 0, 0);
  clock_.advance(MediaTime::from_ms(1900));
  run(100, 0, 0);
  EXPECT_TRUE(steps_.empty());  // once may happen
  clock_.advance(MediaTime::from_ms(1900));
  run(100, 0, 0);
  EXPECT_EQ(steps_, std::vector<OverloadStep>{OverloadStep::kPreview});
}

TEST_F(OverloadLadderTest, DoesNotCountReadingsThatCloselyFollowEachOther) {
  for (int i = 0; i < 50; ++i) {
    clock_.advance(MediaTime::from_ms(1));
    EXPECT_FALSE(ladder_.observe({++lost_, 1}, clock_.now()));
  }
}

TEST(OverloadStep, HasANameAndWords) {
  for (const OverloadStep step : {OverloadStep::kPreview, OverloadStep::kOverlays, OverloadStep::kPictures}) {
    EXPECT_STRNE(name_of(step), "");
    EXPECT_FALSE(words_of(step).empty());
  }
  EXPECT_TRUE(words_of(OverloadStep::kNone).empty());
}

}  // namespace
}  // namespace gladi
