#include "encoder/capture/reconnecting_camera.h"

#include <gtest/gtest.h>

#include "encoder/capture/v4l2_devices.h"
#include "tests/support/fake_camera.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {

using test::wait_for;

class ReconnectingCameraTest : public testing::Test {
 protected:
  void start(double fps = 30) {
    fake_.emplace(frames_, clock_, fps);
    camera_.emplace(fake_->open(), fake_->reopener(), frames_, clock_);
  }
  // Time goes on by 50 ms, and the watch has looked at an open camera.
  void step() {
    const int64_t before = fake_->looks();
    clock_.advance(MediaTime::from_ms(50));
    ASSERT_TRUE(wait_for([&] { return fake_->looks() > before || !fake_->is_open(); }));
  }
  void run_for(MediaTime time, bool with_frames) {
    for (const MediaTime end = clock_.now() + time; clock_.now() < end;) {
      if (with_frames) fake_->frame();
      step();
    }
  }
  // Time goes on until something has happened, however long it takes.
  template <class Condition>
  bool in_time(Condition&& condition) {
    return wait_for([&] {
      if (condition()) return true;
      clock_.advance(MediaTime::from_ms(10));
      return false;
    });
  }
  bool has_returned() {
    return in_time([&] {
      fake_->frame();
      return frames_.presence() == CameraPresence::kLive && !camera_->outages()->current();
    });
  }

  SteppedClock clock_{MediaTime::from_ms(1000)};
  FrameSelector frames_;
  std::optional<test::FakeCamera> fake_;
  std::optional<ReconnectingCamera> camera_;
};

TEST_F(ReconnectingCameraTest, IsLeftAloneWhileFramesCome) {
  start();
  run_for(MediaTime::from_ms(3000), true);
  EXPECT_EQ(frames_.presence(), CameraPresence::kLive);
  EXPECT_EQ(fake_->attempts(), 0);
  EXPECT_EQ(camera_->outages()->newest_number(), 0);
  EXPECT_FALSE(camera_->failure());
}

TEST_F(ReconnectingCameraTest, IsStalledAfterFiveFramePeriodsAndGoesOnByItself) {
  start(10);  // 100 ms a frame
  run_for(MediaTime::from_ms(500), true);
  run_for(MediaTime::from_ms(400), false);
  EXPECT_EQ(frames_.presence(), CameraPresence::kLive);
  run_for(MediaTime::from_ms(150), false);
  ASSERT_TRUE(wait_for([&] { return frames_.presence() == CameraPresence::kStalled; }));
  EXPECT_NE(frames_.pick(clock_.now()), nullptr) << "the last picture stays";
  EXPECT_FALSE(camera_->failure()) << "nobody has to do anything yet";
  run_for(MediaTime::from_ms(100), true);
  EXPECT_EQ(frames_.presence(), CameraPresence::kLive);
  EXPECT_EQ(fake_->attempts(), 0);
  ASSERT_TRUE(wait_for([&] { return !camera_->outages()->current(); }));
  const auto ended = camera_->outages()->ended_after(0);
  ASSERT_EQ(ended.size(), 1U);
  EXPECT_EQ(*ended[0].until - ended[0].from, MediaTime::from_ms(600));
}

TEST_F(ReconnectingCameraTest, AStallOfASecondOpensItAgainAtOnce) {
  start();
  run_for(MediaTime::from_ms(500), true);
  run_for(MediaTime::from_ms(950), false);
  EXPECT_EQ(fake_->openings(), 1);
  ASSERT_TRUE(in_time([&] { return fake_->openings() == 2; }));
  EXPECT_EQ(fake_->attempts(), 1);
  EXPECT_EQ(frames_.pick(clock_.now()), nullptr);
  EXPECT_TRUE(has_returned());
}

TEST_F(ReconnectingCameraTest, ASlowCameraIsGivenTenPeriods) {
  start(2);
  run_for(MediaTime::from_ms(500), true);
  run_for(MediaTime::from_ms(4500), false);
  EXPECT_EQ(fake_->attempts(), 0);
  EXPECT_TRUE(wait_for([&] { return frames_.presence() == CameraPresence::kStalled; }));
}

TEST_F(ReconnectingCameraTest, AnUnpluggedOneIsLookedForEverySecondAndFoundUnderAnotherName) {
  start();
  run_for(MediaTime::from_ms(500), true);
  const MediaTime last = frames_.newest_stamp();
  fake_->unplug();
  ASSERT_TRUE(in_time([&] { return fake_->attempts() == 1; })) << "at once";
  ASSERT_TRUE(camera_->failure());
  for (int second = 1; second <= 5; ++second) {
    clock_.advance(ReconnectingCamera::kTryEvery);
    ASSERT_TRUE(wait_for([&] { return fake_->attempts() == 1 + second; })) << "once a second";
  }
  EXPECT_EQ(frames_.pick(clock_.now()), nullptr);

  // At most two seconds from the plug to the picture: the next attempt, a frame, a look.
  fake_->plug_in("Webcam on another port");
  clock_.advance(ReconnectingCamera::kTryEvery);
  ASSERT_TRUE(wait_for([&] { return fake_->is_open(); }));
  fake_->frame();
  clock_.advance(MediaTime::from_ms(50));
  ASSERT_TRUE(wait_for([&] { return !camera_->outages()->current(); }));
  EXPECT_EQ(camera_->name(), "Webcam on another port");
  EXPECT_FALSE(camera_->failure());
  const auto ended = camera_->outages()->ended_after(0);
  ASSERT_EQ(ended.size(), 1U);
  EXPECT_EQ(ended[0].from, last);
  EXPECT_NE(ended[0].reason.english().find("not there"), std::string::npos) << ended[0].reason.english();
}

TEST_F(ReconnectingCameraTest, ThirtyBrokenFramesInARowOpenItAgainFewerDont) {
  start();
  run_for(MediaTime::from_ms(300), true);
  fake_->broken_frames(29);
  step();
  fake_->frame();  // a good one between starts the count anew
  step();
  fake_->broken_frames(29);
  step();
  EXPECT_EQ(fake_->openings(), 1);
  fake_->broken_frames(1);
  ASSERT_TRUE(in_time([&] { return fake_->openings() == 2; }));
  EXPECT_TRUE(has_returned());
  EXPECT_EQ(camera_->broken_frames(), 59) << "nothing is forgotten when it is opened again";
}

TEST_F(ReconnectingCameraTest, WithoutAFirstFrameItIsOpenedAgainAfterFiveSeconds) {
  start();
  run_for(MediaTime::from_ms(4900), false);
  EXPECT_EQ(fake_->openings(), 1);
  EXPECT_EQ(frames_.presence(), CameraPresence::kLive) << "it may still be waking";
  ASSERT_TRUE(in_time([&] { return fake_->openings() == 2; }));
}

TEST_F(ReconnectingCameraTest, EndsWhileItIsLost) {
  start();
  fake_->unplug();
  ASSERT_TRUE(in_time([&] { return frames_.presence() == CameraPresence::kLost; }));
  camera_.reset();
  EXPECT_FALSE(fake_->is_open());
}

CameraDevice camera(const std::string& node, const std::string& name, const std::string& bus,
                    const std::string& serial = "") {
  return {"v4l2:" + node, name, serial.empty() ? bus : serial, bus, {}};
}

TEST(FindAgain, FindsTheSerialNumberUnderAnotherNodeAndPort) {
  const CameraDevice lost = camera("/dev/video0", "C270", "usb-1", "usb-046d_C270_AAAA-index0");
  const std::vector<CameraDevice> there = {
      camera("/dev/video0", "C270", "usb-1", "usb-046d_C270_BBBB-index0"),
      camera("/dev/video4", "C270", "usb-7", "usb-046d_C270_AAAA-index0")};
  const CameraDevice* found = find_again(lost, {"usb-9"}, there);
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->spec, "v4l2:/dev/video4");
}

TEST(FindAgain, TakesTheSamePortBeforeTheLinksAreThere) {
  const CameraDevice lost = camera("/dev/video0", "C270", "usb-1", "usb-046d_C270_AAAA-index0");
  const std::vector<CameraDevice> there = {camera("/dev/video2", "C270", "usb-3"),
                                           camera("/dev/video3", "C270", "usb-1")};
  EXPECT_EQ(find_again(lost, {"usb-3"}, there), &there[1]);
}

TEST(FindAgain, TakesTheNameOnlyWhereNoOtherCameraWas) {
  const CameraDevice lost = camera("/dev/video0", "vivid", "platform:vivid-000");
  const std::vector<CameraDevice> neighbour = {camera("/dev/video1", "vivid", "platform:vivid-001")};
  EXPECT_EQ(find_again(lost, {"platform:vivid-001"}, neighbour), nullptr);
  EXPECT_EQ(find_again(lost, {}, neighbour), &neighbour[0]);
  EXPECT_EQ(find_again(lost, {}, {camera("/dev/video0", "Another", "platform:vivid-000")}), nullptr);
  const CameraDevice with_serial = camera("/dev/video0", "C270", "usb-1", "usb-046d_C270_AAAA-index0");
  EXPECT_EQ(
      find_again(with_serial, {}, {camera("/dev/video0", "C270", "usb-1", "usb-046d_C270_BBBB-index0")}),
      nullptr);
}

}  // namespace
}  // namespace gladi
