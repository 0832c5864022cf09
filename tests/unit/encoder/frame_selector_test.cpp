#include "encoder/program/frame_selector.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

PicturePtr taken_at(int64_t ms) {
  auto picture = std::make_shared<Picture>();
  picture->stamp = MediaTime::from_ms(ms);
  return picture;
}

int64_t picked_ms(FrameSelector& selector, int64_t tick_ms) {
  const PicturePtr picture = selector.pick(MediaTime::from_ms(tick_ms));
  return picture ? picture->stamp.ms() : -1;
}

TEST(FrameSelector, HasNothingBeforeTheFirstFrame) {
  FrameSelector selector;
  EXPECT_FALSE(selector.has_frame());
  EXPECT_EQ(selector.pick({}), nullptr);
  selector.put(taken_at(5));
  EXPECT_TRUE(selector.has_frame());
  EXPECT_EQ(selector.newest_stamp(), MediaTime::from_ms(5));
}

TEST(FrameSelector, PicksTheNearestNotTheNewest) {
  FrameSelector selector;
  for (const int64_t ms : {0, 33, 67, 100}) selector.put(taken_at(ms));
  EXPECT_EQ(picked_ms(selector, 40), 33);
  EXPECT_EQ(picked_ms(selector, 60), 67);
  EXPECT_EQ(picked_ms(selector, 500), 100);
}

TEST(FrameSelector, PicksTheOlderOfTwoEquallyNear) {
  FrameSelector selector;
  selector.put(taken_at(0));
  selector.put(taken_at(40));
  EXPECT_EQ(picked_ms(selector, 20), 0);
  EXPECT_EQ(picked_ms(selector, 21), 40);
}

TEST(FrameSelector, LetsOlderFramesGoAndRepeatsTheLast) {
  FrameSelector selector;
  const PicturePtr first = taken_at(0);
  selector.put(first);
  selector.put(taken_at(33));
  EXPECT_EQ(picked_ms(selector, 33), 33);
  EXPECT_EQ(first.use_count(), 1);
  EXPECT_EQ(picked_ms(selector, 66), 33) << "no new frame: the last one again";
  EXPECT_EQ(picked_ms(selector, 0), 33) << "what was let go does not come back";
}

TEST(FrameSelector, KeepsOnlyTheLastFrames) {
  FrameSelector selector;
  const PicturePtr first = taken_at(0);
  selector.put(first);
  for (int64_t i = 1; i <= 20; ++i) selector.put(taken_at(i * 33));
  EXPECT_EQ(first.use_count(), 1);
  EXPECT_EQ(selector.frames_put(), 21);
  EXPECT_EQ(picked_ms(selector, 0), 15 * 33);
}

TEST(FrameSelector, StampsGoingBackStartANewSequence) {
  FrameSelector selector;
  selector.put(taken_at(1000));
  selector.put(taken_at(1033));
  selector.put(taken_at(10));
  EXPECT_EQ(selector.newest_stamp(), MediaTime::from_ms(10));
  EXPECT_EQ(picked_ms(selector, 1033), 10);
}

TEST(FrameSelector, ClearForgetsFramesButNotTheirCount) {
  FrameSelector selector;
  selector.put(taken_at(1));
  selector.clear();
  EXPECT_FALSE(selector.has_frame());
  EXPECT_EQ(selector.frames_put(), 1);
}

}  // namespace
}  // namespace gladi
