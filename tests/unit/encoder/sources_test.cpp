#include "encoder/capture/sources.h"

#include <gtest/gtest.h>

#include <fstream>

#include "encoder/capture/media_input.h"
#include "encoder/capture/v4l2_camera.h"
#include "tests/support/media_files.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

class SourcesTest : public testing::Test {
 protected:
  void SetUp() override {
    test::make_flash_and_beep(demo_, 1);
    test::make_media(silent_, {"-f", "lavfi", "-i", "testsrc2=s=160x120", "-t", "0.2", "-c:v", "mjpeg"});
  }
  std::unique_ptr<Sources> open(const std::string& camera, const std::string& microphone) {
    SourceOptions options;
    options.camera = *parse_camera_spec(camera);
    options.microphone = *parse_microphone_spec(microphone);
    options.demo_file = demo_;
    return Sources::open(options, clock_);
  }
  void wait_for_frame(Sources& sources) {
    while (!sources.frames().has_frame()) clock_.sleep_until(clock_.now() + MediaTime::from_ms(2));
  }
  void wait_for_sound(Sources& sources) {
    SoundBlock block;
    while (!sources.sound().try_pop(block)) clock_.sleep_until(clock_.now() + MediaTime::from_ms(2));
  }

  test::TempFolder folder_;
  std::filesystem::path demo_ = folder_ / "demo.mov";
  std::filesystem::path silent_ = folder_ / "silent.mov";
  MonotonicClock clock_;
};

TEST_F(SourcesTest, NoneIsNothing) {
  const auto sources = open("none", "none");
  EXPECT_EQ(sources->camera(), nullptr);
  EXPECT_EQ(sources->microphone(), nullptr);
  EXPECT_EQ(sources->sample_rate_hz(), 48'000);
  EXPECT_FALSE(sources->camera_problem());
  EXPECT_FALSE(sources->microphone_problem());
}

TEST_F(SourcesTest, DemoIsOnePresenterForBoth) {
  const auto sources = open("demo", "demo");
  ASSERT_NE(sources->camera(), nullptr);
  EXPECT_EQ(dynamic_cast<const void*>(sources->camera()), dynamic_cast<const void*>(sources->microphone()));
  EXPECT_TRUE(sources->demo_camera());
  EXPECT_TRUE(sources->demo_microphone());
  EXPECT_FALSE(sources->camera_problem());
  wait_for_frame(*sources);
  wait_for_sound(*sources);
}

TEST_F(SourcesTest, TestGivesPictureAndSound) {
  const auto sources = open("test", "test");
  EXPECT_FALSE(sources->demo_camera());
  wait_for_frame(*sources);
  wait_for_sound(*sources);
}

TEST_F(SourcesTest, ThePresenterStandsInForACameraThatIsNotThere) {
  for (const std::string camera :
       {"v4l2:/dev/video99", "No Such Webcam", "file:/no/such.mp4", "v4l2:/dev/null"}) {
    const auto sources = open(camera, "none");
    ASSERT_TRUE(sources->camera_problem()) << camera;
    EXPECT_NE(sources->camera_problem()->english().find(camera.substr(camera.find('/') + 1)),
              std::string::npos)
        << sources->camera_problem()->english();
    EXPECT_TRUE(sources->demo_camera());
    wait_for_frame(*sources);
  }
}

TEST_F(SourcesTest, WithoutThePresenterThePatternStandsIn) {
  std::filesystem::remove(demo_);
  const auto sources = open("demo", "demo");
  ASSERT_TRUE(sources->camera_problem());
  EXPECT_EQ(sources->camera_problem()->kind, ErrorKind::kNotFound);
  EXPECT_TRUE(sources->microphone_problem());
  wait_for_frame(*sources);
  EXPECT_EQ(sources->camera()->mode().width_px, 1280);
}

TEST_F(SourcesTest, SilenceStandsInForANamedMicrophoneThatIsNotThere) {
  const auto sources = open("none", "portaudio:No Such Microphone");
  ASSERT_TRUE(sources->microphone_problem());
  EXPECT_EQ(sources->microphone(), nullptr);
  EXPECT_FALSE(sources->demo_microphone());
}

TEST_F(SourcesTest, AFileWithoutSoundAsBothStillGivesItsPicture) {
  const std::string file = "file:" + silent_.string();
  const auto sources = open(file, file);
  EXPECT_FALSE(sources->camera_problem());
  ASSERT_TRUE(sources->microphone_problem());
  EXPECT_EQ(sources->microphone_problem()->kind, ErrorKind::kInvalid);
  EXPECT_EQ(sources->microphone(), nullptr);
  wait_for_frame(*sources);
}

TEST_F(SourcesTest, CameraErrorsTellThemApart) {
  FrameSelector frames;
  const auto kind_of = [&](const std::string& name) {
    auto camera = V4l2Camera::open(name, {}, frames, clock_);
    EXPECT_FALSE(camera);
    return camera ? ErrorKind::kInternal : camera.error().kind;
  };
  EXPECT_EQ(kind_of("/dev/video99"), ErrorKind::kNotFound);
  EXPECT_EQ(kind_of("No Such Webcam"), ErrorKind::kNotFound);
  EXPECT_EQ(kind_of("/dev/null"), ErrorKind::kUnsupported);
}

TEST_F(SourcesTest, AStreamThatAnswersNobodyIsAProblemAndNoDeadEnd) {
  const auto sources = open("url:http://127.0.0.1:1/camera", "none");
  ASSERT_TRUE(sources->camera_problem());
  EXPECT_EQ(sources->camera_problem()->kind, ErrorKind::kIo);
  EXPECT_TRUE(sources->demo_camera());
}

TEST(MediaPlace, ShowsNoPasswords) {
  EXPECT_EQ((MediaPlace{MediaPlace::Kind::kUrl, "rtsp://me:secret@10.0.0.2/a@b"}).shown_name(),
            "rtsp://10.0.0.2/a@b");
  EXPECT_EQ((MediaPlace{MediaPlace::Kind::kUrl, "http://10.0.0.2/a@b"}).shown_name(), "http://10.0.0.2/a@b");
  EXPECT_EQ((MediaPlace{MediaPlace::Kind::kFile, "/a/b.mp4"}).shown_name(), "b.mp4");
}

}  // namespace
}  // namespace gladi
