#include "studio/rehearsal/device_watch.h"

#include <gtest/gtest.h>

#include "tests/support/fake_camera.h"
#include "tests/support/fake_devices.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {

using test::wait_for;

class DeviceWatchTest : public testing::Test {
 protected:
  void SetUp() override {
    SourceOptions options;
    options.camera = *parse_camera_spec("v4l2:fake");
    options.microphone = *parse_microphone_spec("test");
    options.devices = devices_;
    sources_ = Sources::open(options, clock_);
    watch_.emplace(*sources_, [this](const TakeEvent& event) { events_.push_back(event); });
  }
  // Frames come until the camera is there and nothing is missing any more.
  void frames_until_live() {
    ASSERT_TRUE(wait_for([&] {
      devices_->camera().frame();
      clock_.advance(MediaTime::from_ms(10));
      return sources_->frames().presence() == CameraPresence::kLive &&
             !sources_->camera()->outages()->current();
    }));
  }
  void pull_cable() {
    devices_->camera().unplug();
    ASSERT_TRUE(wait_for([&] {
      clock_.advance(MediaTime::from_ms(10));
      return sources_->frames().presence() == CameraPresence::kLost &&
             sources_->camera()->outages()->current();
    }));
  }
  static SoundLevel level(float peak_dbfs, int64_t clipped = 0) {
    SoundLevel level;
    level.peak_dbfs = peak_dbfs;
    level.clipped_samples = clipped;
    return level;
  }

  SteppedClock clock_{MediaTime::from_ms(1000)};
  std::shared_ptr<test::FakeDevices> devices_ = std::make_shared<test::FakeDevices>();
  std::unique_ptr<Sources> sources_;
  std::optional<DeviceWatch> watch_;
  std::vector<TakeEvent> events_;
};

TEST_F(DeviceWatchTest, ALostCameraIsSaidWhileItLastsAndNotedWhenItIsBack) {
  frames_until_live();
  const MediaTime start = clock_.now();
  watch_->begin(start);
  frames_until_live();
  const MediaTime last = sources_->frames().newest_stamp();
  pull_cable();
  clock_.advance(MediaTime::from_ms(3000));
  watch_->tick(clock_.now(), level(-20));
  EXPECT_TRUE(watch_->state().camera.lost);
  EXPECT_GE(watch_->state().camera.lost_for, MediaTime::from_ms(3000));
  EXPECT_FALSE(watch_->state().camera.reason.english().empty());
  EXPECT_TRUE(events_.empty());

  devices_->camera().plug_in("Webcam");
  frames_until_live();
  watch_->tick(clock_.now(), level(-20));
  watch_->tick(clock_.now(), level(-20));
  EXPECT_FALSE(watch_->state().camera.lost);
  ASSERT_EQ(events_.size(), 1U);
  const auto* gap = std::get_if<Gap>(&events_[0].what);
  ASSERT_NE(gap, nullptr);
  EXPECT_EQ(gap->track, "camera");
  EXPECT_EQ(events_[0].at, last - start);
  EXPECT_GE(gap->length, MediaTime::from_ms(3000));
  EXPECT_LE(gap->length, clock_.now() - last);
  EXPECT_EQ(gap->reason, "unplugged");
}

TEST_F(DeviceWatchTest, WhatLiesBeforeTheTakeOrReachesOverItsEndIsCut) {
  frames_until_live();
  pull_cable();
  clock_.advance(MediaTime::from_ms(2000));
  const MediaTime start = clock_.now();
  watch_->begin(start);
  clock_.advance(MediaTime::from_ms(1500));
  watch_->finish(start + MediaTime::from_ms(1500));
  ASSERT_EQ(events_.size(), 1U);
  EXPECT_EQ(events_[0].at, MediaTime{});
  EXPECT_EQ(std::get<Gap>(events_[0].what).length, MediaTime::from_ms(1500));
}

TEST_F(DeviceWatchTest, SilenceForFiveSecondsAndClippingAreAlarms) {
  watch_->begin(clock_.now());
  const auto tick_for = [&](int ms, const SoundLevel& heard) {
    for (int at = 0; at < ms; at += 100) {
      clock_.advance(MediaTime::from_ms(100));
      watch_->tick(clock_.now(), heard);
    }
  };
  tick_for(4900, level(-70));
  EXPECT_EQ(watch_->state().alarm, SoundAlarm::kNone) << "somebody may be thinking";
  tick_for(300, level(-70));
  EXPECT_EQ(watch_->state().alarm, SoundAlarm::kSilent);
  tick_for(100, level(-30));
  EXPECT_EQ(watch_->state().alarm, SoundAlarm::kNone);
  tick_for(100, level(0, 20));
  EXPECT_EQ(watch_->state().alarm, SoundAlarm::kClipping);
  tick_for(5200, level(-20, 20));
  EXPECT_EQ(watch_->state().alarm, SoundAlarm::kNone);
}

}  // namespace
}  // namespace gladi
