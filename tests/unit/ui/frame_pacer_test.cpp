#include "ui/window/frame_pacer.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

using std::chrono::milliseconds;

class FramePacerTest : public ::testing::Test {
 protected:
  FramePacerTest() {
    while (pacer_.due(now_)) {  // the frames of the beginning
      pacer_.drawn(now_);
      now_ += MediaTime::from_ms(1000);
    }
  }
  FramePacer pacer_{15};
  MediaTime now_;
};

TEST_F(FramePacerTest, DrawsNothingWhileNothingHappens) {
  now_ += MediaTime::from_ms(60'000);
  EXPECT_FALSE(pacer_.due(now_));
  EXPECT_EQ(pacer_.sleep(now_, milliseconds(500)), milliseconds(500));
}

TEST_F(FramePacerTest, DrawsAtOnceWhenAPersonDoesSomething) {
  pacer_.on_change();
  pacer_.drawn(now_);
  pacer_.on_input();
  EXPECT_TRUE(pacer_.due(now_));
  EXPECT_EQ(pacer_.sleep(now_, milliseconds(500)), milliseconds(0));
}

TEST_F(FramePacerTest, DrawsAMovingPictureAtMostFifteenTimesASecond) {
  int drawn = 0;
  for (int ms = 0; ms < 1000; ms += 5) {
    const MediaTime now = now_ + MediaTime::from_ms(ms);
    pacer_.on_change();
    if (!pacer_.due(now)) continue;
    ++drawn;
    pacer_.drawn(now);
  }
  EXPECT_GE(drawn, 13);
  EXPECT_LE(drawn, 15);
}

TEST_F(FramePacerTest, DrawsAnAnswerAtOnceAndOnce) {
  pacer_.on_change();
  pacer_.drawn(now_);
  pacer_.on_answer();
  EXPECT_EQ(pacer_.sleep(now_, milliseconds(500)), milliseconds(0));
  EXPECT_TRUE(pacer_.due(now_));
  pacer_.drawn(now_);
  EXPECT_FALSE(pacer_.due(now_ + MediaTime::from_ms(1000)));
}

TEST_F(FramePacerTest, SleepsUntilTheNextFrameIsDue) {
  pacer_.on_input();
  pacer_.drawn(now_);
  pacer_.on_change();
  EXPECT_EQ(pacer_.sleep(now_ + MediaTime::from_ms(20), milliseconds(500)), milliseconds(47));
}

}  // namespace
}  // namespace gladi
