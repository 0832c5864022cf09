#include "encoder/capture/mode_choice.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

// A usual USB 2 webcam: uncompressed pictures are slow above 640x480.
std::vector<PictureMode> webcam() {
  return {{640, 480, 30, "yuyv422"}, {1280, 720, 10, "yuyv422"}, {1920, 1080, 5, "yuyv422"},
          {640, 480, 30, "mjpeg"},   {1280, 720, 30, "mjpeg"},   {1280, 720, 60, "mjpeg"},
          {1920, 1080, 30, "mjpeg"}};
}

std::string chosen(const std::vector<PictureMode>& modes, const Canvas& canvas) {
  const auto mode = choose_mode(modes, canvas);
  return mode ? mode->text() : "none";
}

TEST(ModeChoice, TakesTheModeThatNeedsLeastScalingAtFullRate) {
  EXPECT_EQ(chosen(webcam(), {1280, 720, 30, 1}), "1280×720, 30 fps, mjpeg");
  EXPECT_EQ(chosen(webcam(), {1920, 1080, 30, 1}), "1920×1080, 30 fps, mjpeg");
  EXPECT_EQ(chosen(webcam(), {640, 480, 30, 1}), "640×480, 30 fps, yuyv422");
}

TEST(ModeChoice, CropsALandscapePictureToAPortraitCanvasByItsHeight) {
  EXPECT_EQ(chosen(webcam(), {720, 1280, 30, 1}), "1920×1080, 30 fps, mjpeg");
}

TEST(ModeChoice, PrefersTheRateOfTheCanvasToAFasterOne) {
  EXPECT_EQ(chosen(webcam(), {1280, 720, 60, 1}), "1280×720, 60 fps, mjpeg");
  EXPECT_EQ(chosen({{1280, 720, 30000.0 / 1001, "mjpeg"}, {1280, 720, 60, "mjpeg"}}, {1280, 720, 30, 1}),
            "1280×720, 29.97 fps, mjpeg");
}

TEST(ModeChoice, WeighsRateAgainstSizeSensibly) {
  const Canvas canvas{1280, 720, 30, 1};
  EXPECT_EQ(chosen({{160, 120, 30, "yuyv422"}, {1280, 720, 25, "mjpeg"}}, canvas), "1280×720, 25 fps, mjpeg");
  EXPECT_EQ(chosen({{640, 480, 30, "yuyv422"}, {1920, 1080, 5, "yuyv422"}}, canvas),
            "640×480, 30 fps, yuyv422");
}

TEST(ModeChoice, LeavesOutWhatCannotBeDecodedFrameByFrame) {
  EXPECT_EQ(chosen({{1280, 720, 30, "h264"}, {640, 480, 15, "yuyv422"}}, {1280, 720, 30, 1}),
            "640×480, 15 fps, yuyv422");
  EXPECT_EQ(chosen({{1280, 720, 30, "h264"}}, {}), "none");
  EXPECT_EQ(chosen({}, {}), "none");
}

}  // namespace
}  // namespace gladi
