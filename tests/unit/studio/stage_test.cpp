#include "studio/rehearsal/stage.h"

#include <gtest/gtest.h>

#include <functional>
#include <future>

#include "tests/support/fake_devices.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {

constexpr MediaTime kStep = MediaTime::from_ms(10);
constexpr MediaTime kPictureAtMost = MediaTime::from_ms(2000);
constexpr MediaTime kSoundAtMost = MediaTime::from_ms(3000);

class StageTest : public testing::Test {
 protected:
  void open() {
    SourceOptions options;
    options.camera = *parse_camera_spec("v4l2:fake");
    options.microphone = *parse_microphone_spec("portaudio:Mic");
    options.devices = devices_;
    devices_->microphones().plug_in("Mic");
    stage_ = Stage::open(options, clock_);
    opened_at_ = clock_.now();
  }
  // Waits for the sources while time goes on; `meanwhile` is what the devices do at each step of it.
  StageReady wait_while(const std::function<void()>& meanwhile) {
    auto waiting = std::async(std::launch::async,
                              [this] { return stage_->wait_for_sources(kPictureAtMost, kSoundAtMost); });
    while (waiting.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready) {
      meanwhile();
      clock_.advance(kStep);
    }
    return waiting.get();
  }
  MediaTime waited() const { return clock_.now() - opened_at_; }

  SteppedClock clock_{MediaTime::from_ms(1000)};
  std::shared_ptr<test::FakeDevices> devices_ = std::make_shared<test::FakeDevices>();
  std::unique_ptr<Stage> stage_;
  MediaTime opened_at_;
};

TEST_F(StageTest, WaitsForTheFirstSoundOfAMicrophoneThatTakesItsTime) {
  open();
  const MediaTime first_sound = opened_at_ + MediaTime::from_ms(1200);
  const StageReady ready = wait_while([&] {
    devices_->camera().frame();
    if (clock_.now() >= first_sound) devices_->microphones().sound();
  });
  EXPECT_TRUE(ready.picture);
  EXPECT_TRUE(ready.sound);
  EXPECT_GE(waited(), MediaTime::from_ms(1200));
}

TEST_F(StageTest, DoesNotWaitForeverForASilentMicrophone) {
  open();
  const StageReady ready = wait_while([&] { devices_->camera().frame(); });
  EXPECT_TRUE(ready.picture);
  EXPECT_FALSE(ready.sound);
  EXPECT_GE(waited(), kSoundAtMost);
}

TEST_F(StageTest, DoesNotWaitForeverForADeadCamera) {
  open();
  const StageReady ready = wait_while([&] { devices_->microphones().sound(); });
  EXPECT_FALSE(ready.picture);
  EXPECT_TRUE(ready.sound);
  EXPECT_GE(waited(), kPictureAtMost);
}

TEST_F(StageTest, LooksAtItsCameraAndSaysWhatIsMissingToFindFaces) {
  for (const bool model : {true, false}) {
    open();
    stage_->look_with(std::string(GLADI_SOURCE_DIR) +
                      (model ? "/assets/models/blazeface-256.onnx" : "/none"));
    EXPECT_EQ(stage_->face_problem().has_value(), !model);
    std::vector<PictureSample> seen;
    test::wait_for([&] {
      devices_->camera().frame();
      clock_.advance(kStep);
      seen = stage_->take_seen();
      return !seen.empty();
    });
    ASSERT_FALSE(seen.empty());
    EXPECT_EQ(seen[0].faces.has_value(), model);
    EXPECT_GT(seen[0].shown.width, 0);
    stage_.reset();
  }
}

TEST_F(StageTest, DoesNotLookWhereThereIsNoCamera) {
  SourceOptions options;
  options.camera = *parse_camera_spec("none");
  options.microphone = *parse_microphone_spec("none");
  stage_ = Stage::open(options, clock_);
  stage_->look_with("/none");
  EXPECT_FALSE(stage_->face_problem()) << "nobody asks for it";
  EXPECT_TRUE(stage_->take_seen().empty());
}

TEST_F(StageTest, WithoutDevicesThereIsNothingToWaitFor) {
  SourceOptions options;
  options.camera = *parse_camera_spec("none");
  options.microphone = *parse_microphone_spec("none");
  stage_ = Stage::open(options, clock_);
  const StageReady ready = stage_->wait_for_sources(kPictureAtMost, kSoundAtMost);
  EXPECT_TRUE(ready.picture);
  EXPECT_TRUE(ready.sound);
}

}  // namespace
}  // namespace gladi
