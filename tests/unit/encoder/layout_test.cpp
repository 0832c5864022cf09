#include "encoder/program/layout.h"

#include <gtest/gtest.h>

#include "encoder/program/placement.h"

namespace gladi {
namespace {

const Canvas kPortrait;  // 720x1280

Picture picture_of(int width, int height) {
  Picture picture;
  picture.width_px = width;
  picture.height_px = height;
  return picture;
}

TEST(Layout, CameraFullCoversTheCanvas) {
  const Layout layout = camera_full(kPortrait);
  EXPECT_EQ(layout.camera, (Rect{0, 0, 720, 1280}));
  EXPECT_EQ(layout.fit, Fit::kCrop);
}

TEST(Layout, CameraAboveTakesItsShareInEvenRows) {
  EXPECT_EQ(camera_above(kPortrait, 0.55).camera, (Rect{0, 0, 720, 704}));
  EXPECT_EQ(camera_above(kPortrait, 0.5004).camera.height % 2, 0);
  EXPECT_EQ(camera_above(kPortrait, 2).camera.height, 1280);
  EXPECT_EQ(camera_above(kPortrait, -1).camera.height, 0);
}

TEST(Placement, CropKeepsTheFullHeightOfALandscapeCamera) {
  const Placement place = place_camera(picture_of(1280, 720), camera_full(kPortrait), kPortrait);
  EXPECT_EQ(place.target, (Rect{0, 0, 720, 1280}));
  EXPECT_EQ(place.source.height, 720);
  EXPECT_NEAR(place.source.width, 405, 1);
  EXPECT_NEAR(place.source.x, (1280 - 405) / 2, 2);
  EXPECT_EQ(place.source.x % 2, 0);
}

TEST(Placement, FocusChoosesThePartThatStays) {
  Layout layout = camera_full(kPortrait);
  layout.focus_x = 0;
  EXPECT_EQ(place_camera(picture_of(1280, 720), layout, kPortrait).source.x, 0);
  layout.focus_x = 1;
  const Rect source = place_camera(picture_of(1280, 720), layout, kPortrait).source;
  EXPECT_EQ(source.x + source.width, 1280);
}

TEST(Placement, WholeLeavesBarsAboveAndBelow) {
  Layout layout = camera_full(kPortrait);
  layout.fit = Fit::kWhole;
  const Placement place = place_camera(picture_of(1280, 720), layout, kPortrait);
  EXPECT_EQ(place.source, (Rect{0, 0, 1280, 720}));
  EXPECT_EQ(place.target.width, 720);
  EXPECT_NEAR(place.target.height, 405, 1);
  EXPECT_NEAR(place.target.y, (1280 - 405) / 2, 2);
}

TEST(Placement, ATurnedCameraIsCroppedAsItIsSeen) {
  // A phone's 1280x720 with a quarter turn fills a portrait canvas without losing anything.
  Picture phone = picture_of(1280, 720);
  phone.quarter_turns = 1;
  EXPECT_EQ(place_camera(phone, camera_full(kPortrait), kPortrait).source, (Rect{0, 0, 1280, 720}));
  // Turned by the layout instead, and once more by the source: upside down landscape.
  Layout layout = camera_full(kPortrait);
  layout.quarter_turns = 1;
  const Placement place = place_camera(phone, layout, kPortrait);
  EXPECT_EQ(place.quarter_turns, 2);
  EXPECT_NEAR(place.source.width, 405, 1);
}

TEST(Placement, TheUpperEdgeOfATurnedPictureIsAnEdgeOfTheStoredOne) {
  // Keep the top of the upright picture: it is the left edge when the picture is to be turned clockwise once.
  Picture phone = picture_of(1280, 720);
  Layout layout = camera_full(Canvas{1280, 720});
  layout.focus_y = 0;
  phone.quarter_turns = 1;
  EXPECT_EQ(place_camera(phone, layout, Canvas{1280, 720}).source.x, 0);
  phone.quarter_turns = 3;
  const Rect source = place_camera(phone, layout, Canvas{1280, 720}).source;
  EXPECT_EQ(source.x + source.width, 1280);
}

TEST(Placement, ARectanglePartlyOutsideIsCutToTheCanvas) {
  Layout layout = camera_full(kPortrait);
  layout.camera = {-101, 1001, 400, 600};
  const Rect target = place_camera(picture_of(640, 480), layout, kPortrait).target;
  EXPECT_EQ(target, (Rect{0, 1000, 298, 280}));
}

TEST(Placement, NothingIsSeenOfAnEmptyRectangle) {
  EXPECT_EQ(place_camera(picture_of(640, 480), Layout{}, kPortrait).target, Rect{});
}

}  // namespace
}  // namespace gladi
