#include "encoder/program/program_feed.h"

#include <gtest/gtest.h>

#include <future>

#include "tests/support/drawn_picture.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {

using test::DrawnPicture;
using test::sample_at;
using test::wait_for;

// What the sink was given, frame by frame.
class Take : public ProgramSink {
 public:
  struct Frame {
    PicturePtr picture;
    int64_t index;
    int repeats;
  };
  void on_program_frame(const PicturePtr& picture, int64_t index, int repeats) override {
    MutexLock lock(mutex_);
    frames_.push_back({picture, index, repeats});
    count_ += 1 + repeats;
  }
  std::vector<Frame> frames() const {
    MutexLock lock(mutex_);
    return frames_;
  }
  int64_t count() const {
    MutexLock lock(mutex_);
    return count_;
  }
  // Frames follow each other without a hole from 0 on.
  void expect_whole() const {
    int64_t next = 0;
    for (const Frame& frame : frames()) {
      EXPECT_EQ(frame.index, next);
      next = frame.index + 1 + frame.repeats;
    }
    EXPECT_EQ(next, count());
  }

 private:
  mutable Mutex mutex_;
  std::vector<Frame> frames_ GUARDED_BY(mutex_);
  int64_t count_ GUARDED_BY(mutex_) = 0;
};

class ProgramFeedTest : public testing::Test {
 protected:
  static constexpr MediaTime kBegin = MediaTime::from_ms(1000);
  const Canvas canvas_{160, 160, 25, 1};  // 40 ms a frame
  SteppedClock clock_{kBegin};
  FrameSelector camera_;
  Take take_;

  void put_camera(MediaTime stamp, int luma = 100) {
    camera_.put(DrawnPicture(160, 160, Canvas::kColour).paint({luma, 128, 128}).stamp(stamp).finish());
  }
  // Moves the clock to the moment when tick `n` of a take that began at `start` is served, and waits until it
  // is.
  void serve(MediaTime start, int64_t n) {
    const MediaTime due = start + canvas_.frame_time(n) + ProgramFeed::kSelectionDelay;
    clock_.advance(due - clock_.now());
    ASSERT_TRUE(wait_for([&] { return take_.count() > n; })) << "tick " << n;
  }
};

TEST_F(ProgramFeedTest, ThePreviewRunsWithoutATake) {
  put_camera(kBegin, 77);
  ProgramFeed feed(canvas_, clock_, camera_);
  clock_.advance(ProgramFeed::kSelectionDelay);
  ASSERT_TRUE(wait_for([&] { return feed.preview().serial() == 1; }));
  EXPECT_EQ(sample_at(*feed.preview().get(), 80, 80).y, 77);
  EXPECT_EQ(feed.counters().frames, 0);
}

TEST_F(ProgramFeedTest, StopsAtOnceOnAClockThatStandsStill) {
  ProgramFeed feed(canvas_, clock_, camera_);
  ProgramFeed another(canvas_, clock_, camera_);
  another.attach(take_, kBegin + MediaTime::from_ms(100));
}

TEST_F(ProgramFeedTest, EveryTickShowsTheCameraFrameNearestToIt) {
  ProgramFeed feed(canvas_, clock_, camera_);
  const MediaTime start = kBegin + MediaTime::from_ms(103);
  feed.attach(take_, start);
  for (int n = 0; n < 8; ++n) {
    // One frame 5 ms before the tick and one 12 ms after it, both there when the tick is served.
    put_camera(start + canvas_.frame_time(n) - MediaTime::from_ms(5), 50 + n);
    put_camera(start + canvas_.frame_time(n) + MediaTime::from_ms(12), 200);
    serve(start, n);
  }
  take_.expect_whole();
  for (const Take::Frame& frame : take_.frames()) {
    EXPECT_EQ(sample_at(*frame.picture, 80, 80).y, 50 + frame.index);
    EXPECT_EQ(frame.picture->stamp, start + canvas_.frame_time(frame.index) - MediaTime::from_ms(5));
  }
  const ProgramCounters counters = feed.counters();
  EXPECT_EQ(counters.frames, 8);
  EXPECT_EQ(counters.repeated_late, 0);
  EXPECT_EQ(counters.repeated_camera, 0);
  EXPECT_EQ(counters.skipped_camera, 7);
}

TEST_F(ProgramFeedTest, AJumpOfTheClockRepeatsOneFrameAndLosesNoIndex) {
  ProgramFeed feed(canvas_, clock_, camera_);
  const MediaTime start = kBegin + MediaTime::from_ms(100);
  feed.attach(take_, start);
  for (int n = 0; n < 3; ++n) serve(start, n);
  clock_.advance(MediaTime::from_ms(1000));  // 25 ticks at once
  ASSERT_TRUE(wait_for([&] { return take_.count() == 28; }));
  serve(start, 28);

  take_.expect_whole();
  const auto frames = take_.frames();
  EXPECT_EQ(frames[3].index, 3);
  EXPECT_EQ(frames[3].repeats, 24);
  EXPECT_EQ(frames[4].repeats, 0);
  EXPECT_EQ(feed.counters().repeated_late, 24);
  EXPECT_EQ(feed.counters().worst_lateness, MediaTime::from_ms(960));
}

TEST_F(ProgramFeedTest, ALowerPictureRateRepeatsPicturesAndKeepsTheRateOfFrames) {
  ProgramFeed feed(canvas_, clock_, camera_);
  const MediaTime start = kBegin + MediaTime::from_ms(100);
  feed.attach(take_, start);
  for (int n = 0; n < 12; ++n) {
    if (n == 4) feed.set_picture_every(2);
    put_camera(start + canvas_.frame_time(n), 50 + n);
    serve(start, n);
  }
  take_.expect_whole();
  const auto frames = take_.frames();
  ASSERT_EQ(frames.size(), 12U);
  for (size_t n = 0; n < frames.size(); ++n) {
    const size_t shown = n < 4 ? n : n / 2 * 2;
    EXPECT_EQ(sample_at(*frames[n].picture, 80, 80).y, 50 + static_cast<int>(shown)) << n;
  }
  EXPECT_EQ(frames[5].picture, frames[4].picture);  // not drawn again: this is what is saved
  EXPECT_EQ(feed.counters().repeated_overload, 4);
  EXPECT_EQ(feed.counters().repeated_camera, 0);
  EXPECT_EQ(feed.counters().frames, 12);
}

TEST_F(ProgramFeedTest, ALowerPictureRateStillShowsNewPicturesWhereTheThreadIsAlwaysLate) {
  ProgramFeed feed(canvas_, clock_, camera_);
  const MediaTime start = kBegin + MediaTime::from_ms(100);
  feed.attach(take_, start);
  feed.set_picture_every(2);
  put_camera(start, 50);
  serve(start, 0);
  clock_.advance(MediaTime::from_ms(30));
  // 70 ms late each time: two ticks are served as one, and the first of them is always an odd one.
  for (int turn = 1; turn <= 6; ++turn) {
    put_camera(clock_.now(), 50 + turn);
    clock_.advance(MediaTime::from_ms(80));
    ASSERT_TRUE(wait_for([&] { return take_.count() == 1 + 2 * turn; })) << turn;
  }
  take_.expect_whole();
  for (const Take::Frame& frame : take_.frames()) {
    if (frame.index < 3) continue;  // the first picture is two ticks old only then
    const int turn = static_cast<int>((frame.index + 1) / 2);
    EXPECT_GE(sample_at(*frame.picture, 80, 80).y, 50 + turn - 1) << frame.index;
  }
}

TEST_F(ProgramFeedTest, AShortHoldUpCostsNoFrame) {
  ProgramFeed feed(canvas_, clock_, camera_);
  const MediaTime start = kBegin + MediaTime::from_ms(100);
  feed.attach(take_, start);
  serve(start, 0);
  for (int n = 1; n <= 2; ++n) put_camera(start + canvas_.frame_time(n), 30 * n);
  clock_.advance(MediaTime::from_ms(80));  // two ticks at once, the first of them 40 ms late
  ASSERT_TRUE(wait_for([&] { return take_.count() == 3; }));
  const auto frames = take_.frames();
  ASSERT_EQ(frames.size(), 3U);
  EXPECT_EQ(sample_at(*frames[1].picture, 80, 80).y, 30);
  EXPECT_EQ(sample_at(*frames[2].picture, 80, 80).y, 60);
  EXPECT_EQ(feed.counters().repeated_late, 0);
}

TEST_F(ProgramFeedTest, ATakeHasTheTicksFromItsStartToBeforeItsEnd) {
  ProgramFeed feed(canvas_, clock_, camera_);
  const MediaTime start = kBegin + MediaTime::from_ms(130);  // between two ticks of the preview
  feed.attach(take_, start);
  clock_.advance(start + ProgramFeed::kSelectionDelay - MediaTime{1} - clock_.now());
  ASSERT_TRUE(wait_for([&] { return feed.preview().serial() > 0; }));
  EXPECT_EQ(take_.count(), 0);
  for (int n = 0; n < 4; ++n) serve(start, n);

  // Tick 5 is due exactly at the end and not part of the take any more; 4 still has to come.
  auto detached = std::async(std::launch::async, [&] { feed.detach(start + canvas_.frame_time(5)); });
  serve(start, 4);
  detached.get();
  clock_.advance(MediaTime::from_ms(400));
  take_.expect_whole();
  EXPECT_EQ(take_.count(), 5);
  EXPECT_EQ(feed.counters().frames, 5);
}

TEST_F(ProgramFeedTest, AJumpOfTheClockBeyondTheEndEndsTheTakeAllTheSame) {
  ProgramFeed feed(canvas_, clock_, camera_);
  const MediaTime start = kBegin + MediaTime::from_ms(100);
  feed.attach(take_, start);
  serve(start, 0);
  auto detached = std::async(std::launch::async, [&] { feed.detach(start + MediaTime::from_ms(500)); });
  while (detached.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready) {
    clock_.advance(MediaTime::from_ms(2000));
  }
  // 13 ticks begin within 500 ms; more only if the clock had jumped before detach() was heard of.
  take_.expect_whole();
  EXPECT_GE(take_.count(), 13);
}

TEST_F(ProgramFeedTest, ATakeThatEndsBeforeItBeginsIsEmpty) {
  ProgramFeed feed(canvas_, clock_, camera_);
  feed.attach(take_, kBegin + MediaTime::from_ms(500));
  feed.detach(kBegin + MediaTime::from_ms(200));
  EXPECT_EQ(take_.count(), 0);
  feed.detach(kBegin);  // nothing is attached any more: returns at once
}

TEST_F(ProgramFeedTest, TheNextTakeBeginsAtZeroAgain) {
  ProgramFeed feed(canvas_, clock_, camera_);
  const MediaTime start = kBegin + MediaTime::from_ms(100);
  feed.attach(take_, start);
  for (int n = 0; n < 3; ++n) serve(start, n);
  feed.detach(start + canvas_.frame_time(3));

  Take second;
  const MediaTime later = clock_.now() + MediaTime::from_ms(70);
  feed.attach(second, later);
  clock_.advance(later + ProgramFeed::kSelectionDelay - clock_.now());
  ASSERT_TRUE(wait_for([&] { return second.count() == 1; }));
  EXPECT_EQ(second.frames()[0].index, 0);
  EXPECT_EQ(take_.count(), 3);
}

TEST_F(ProgramFeedTest, ASlowCameraIsRepeatedWithoutComposingAgain) {
  ProgramFeed feed(canvas_, clock_, camera_);
  const MediaTime start = kBegin + MediaTime::from_ms(100);
  feed.attach(take_, start);
  for (int n = 0; n < 6; ++n) {
    if (n % 2 == 0) put_camera(start + canvas_.frame_time(n));
    serve(start, n);
  }
  const auto frames = take_.frames();
  EXPECT_EQ(frames[0].picture, frames[1].picture);
  EXPECT_NE(frames[1].picture, frames[2].picture);
  EXPECT_EQ(frames[2].picture, frames[3].picture);
  EXPECT_EQ(feed.counters().repeated_camera, 3);
  EXPECT_EQ(feed.counters().skipped_camera, 0);
}

TEST_F(ProgramFeedTest, NewOverlaysOrANewLayoutAreShownOverTheSameCameraPicture) {
  put_camera(kBegin, 100);
  ProgramFeed feed(canvas_, clock_, camera_);
  const MediaTime start = kBegin + MediaTime::from_ms(100);
  feed.attach(take_, start);
  serve(start, 0);
  const std::vector<uint32_t> white(16 * 16, 0xffffffff);
  const auto bitmap = OverlayBitmap::from_argb(reinterpret_cast<const uint8_t*>(white.data()), 64, 16, 16);
  feed.set_overlays(std::make_shared<OverlayPlan>(OverlayPlan{{bitmap, 0, 0}}));
  serve(start, 1);
  feed.set_layout(camera_above(canvas_, 0.5));
  serve(start, 2);
  feed.set_overlays(nullptr);
  serve(start, 3);
  serve(start, 4);

  const auto frames = take_.frames();
  EXPECT_EQ(sample_at(*frames[0].picture, 4, 4).y, 100);
  EXPECT_EQ(sample_at(*frames[1].picture, 4, 4).y, 235);
  EXPECT_EQ(sample_at(*frames[1].picture, 80, 120).y, 100);
  EXPECT_EQ(sample_at(*frames[2].picture, 80, 120).y, 16);
  EXPECT_EQ(sample_at(*frames[3].picture, 4, 4).y, 100);
  EXPECT_EQ(frames[3].picture, frames[4].picture);
  EXPECT_EQ(feed.preview().get(), frames[4].picture);
}

TEST_F(ProgramFeedTest, WithoutACameraTheBackgroundIsShownAndNothingIsCountedAsRepeated) {
  ProgramFeed feed(canvas_, clock_, camera_);
  const MediaTime start = kBegin + MediaTime::from_ms(100);
  feed.attach(take_, start);
  for (int n = 0; n < 3; ++n) serve(start, n);
  EXPECT_EQ(feed.counters().repeated_camera, 0);
  EXPECT_EQ(take_.frames()[0].picture, take_.frames()[2].picture);
}

TEST_F(ProgramFeedTest, TheSlateStandsInForALostCameraBelowTheOverlays) {
  const std::vector<uint32_t> white(160 * 160, 0xffffffff), black(16 * 16, 0xff000000);
  const auto bitmap = [](const std::vector<uint32_t>& pixels, int side) {
    return OverlayBitmap::from_argb(reinterpret_cast<const uint8_t*>(pixels.data()), 4 * side, side, side);
  };
  put_camera(kBegin, 100);
  ProgramFeed feed(canvas_, clock_, camera_);
  feed.set_slate({bitmap(white, 160), 0, 0});
  feed.set_overlays(std::make_shared<OverlayPlan>(OverlayPlan{{bitmap(black, 16), 0, 0}}));
  const MediaTime start = kBegin + MediaTime::from_ms(100);
  feed.attach(take_, start);
  put_camera(start, 100);
  serve(start, 0);
  ASSERT_TRUE(camera_.mark(CameraPresence::kStalled, camera_.frames_put()));
  serve(start, 1);
  ASSERT_TRUE(camera_.mark(CameraPresence::kLost, camera_.frames_put()));
  serve(start, 2);
  serve(start, 3);
  EXPECT_FALSE(camera_.mark(CameraPresence::kLost, camera_.frames_put() - 1)) << "a frame has come since";
  put_camera(start + canvas_.frame_time(4), 110);
  serve(start, 4);

  const auto frames = take_.frames();
  EXPECT_EQ(sample_at(*frames[0].picture, 80, 80).y, 100);
  EXPECT_EQ(frames[1].picture, frames[0].picture) << "stalled: the last picture stays";
  EXPECT_EQ(sample_at(*frames[2].picture, 80, 80).y, 235);
  EXPECT_EQ(sample_at(*frames[2].picture, 4, 4).y, 16) << "the overlay lies over the slate";
  EXPECT_EQ(frames[3].picture, frames[2].picture) << "nothing is composed again";
  EXPECT_EQ(sample_at(*frames[4].picture, 80, 80).y, 110);
  EXPECT_EQ(feed.counters().lost_camera, 3);
  EXPECT_EQ(feed.counters().repeated_camera, 0);
  EXPECT_EQ(feed.counters().frames, 5);
}

TEST_F(ProgramFeedTest, AnOddFrameRateDoesNotDrift) {
  const Canvas canvas{160, 160, 30000, 1001};
  ProgramFeed feed(canvas, clock_, camera_);
  const MediaTime start = kBegin + MediaTime::from_ms(100);
  feed.attach(take_, start);
  for (int64_t n = 0; n < 3000; ++n) {
    const MediaTime due = start + canvas.frame_time(n) + ProgramFeed::kSelectionDelay;
    clock_.advance(due - MediaTime{1} - clock_.now());
    ASSERT_EQ(take_.count(), n);  // not a nanosecond early
    clock_.advance(MediaTime{1});
    ASSERT_TRUE(wait_for([&] { return take_.count() > n; }));
  }
  take_.expect_whole();
  EXPECT_EQ(feed.counters().worst_lateness, MediaTime{});
  EXPECT_EQ((clock_.now() - start - ProgramFeed::kSelectionDelay).to_count(1000),
            100067);  // 2999 * 1001 / 30 ms
}

TEST(ProgramFeed, ARealTakeHasExactlyTheFramesOfItsLength) {
  MonotonicClock clock;
  FrameSelector camera;
  Take take;
  ProgramFeed feed(Canvas{160, 160, 60, 1}, clock, camera);
  const MediaTime start = clock.now() + MediaTime::from_ms(20);
  feed.attach(take, start);
  feed.detach(start + MediaTime::from_ms(200));
  take.expect_whole();
  EXPECT_EQ(take.count(), 12);
}

}  // namespace
}  // namespace gladi
