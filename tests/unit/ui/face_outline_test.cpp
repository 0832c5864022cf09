#include "ui/widgets/face_outline.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

void expect_box(const Box& box, float x, float y, float w, float h) {
  EXPECT_NEAR(box.x, x, 0.1F);
  EXPECT_NEAR(box.y, y, 0.1F);
  EXPECT_NEAR(box.w, w, 0.1F);
  EXPECT_NEAR(box.h, h, 0.1F);
}

// Nobody draws it: any place will do.
TextureRef texture_of(int width_px, int height_px) {
  static int pixels = 0;
  return {&pixels, width_px, height_px};
}
TextureRef portrait_feed() {
  return texture_of(720, 1280);
}

TEST(FaceOutlineTest, LiesWhereTheFaceIsDrawn) {
  // A box of half the texture's shape: the picture is twice as high as it, and cut at top and bottom.
  const Box box{100, 50, 360, 320};
  const Box face{0.25F, 0.4F, 0.2F, 0.1F};
  expect_box(place_in_picture(box, portrait_feed(), {.focus_y = 0}, face), 190, 306, 72, 64);
  expect_box(place_in_picture(box, portrait_feed(), {.focus_y = 0.5F}, face), 190, 146, 72, 64);
  expect_box(place_in_picture(box, portrait_feed(), {.mirrored = true, .focus_y = 0.5F}, face), 298, 146, 72,
             64);
}

TEST(FaceOutlineTest, LiesWhereTheFaceIsDrawnInAWidePictureToo) {
  const TextureRef wide = texture_of(1280, 720);
  const Box box{0, 0, 360, 360};  // 640 wide before it is cut
  expect_box(place_in_picture(box, wide, {}, {0.5F, 0.5F, 0.1F, 0.1F}), 180, 180, 64, 36);
  expect_box(place_in_picture(box, wide, {.fit = PictureFit::kWhole}, {0.5F, 0.5F, 0.1F, 0.1F}), 180, 180, 36,
             20.25F);
}

}  // namespace
}  // namespace gladi
