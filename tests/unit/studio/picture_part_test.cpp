#include "studio/coaching/picture_part.h"

#include <gtest/gtest.h>

#include "studio/coaching/shown_part.h"

namespace gladi {
namespace {

// 4:2:0, each luma code its column, each chroma code its row.
Picture numbered(int width_px, int height_px, int quarter_turns) {
  auto memory = std::make_shared<std::vector<uint8_t>>();
  Picture picture;
  picture.width_px = width_px;
  picture.height_px = height_px;
  picture.quarter_turns = quarter_turns;
  const int chroma_width = picture.chroma_width_px(), chroma_height = picture.chroma_height_px();
  for (int y = 0; y < height_px; ++y) {
    for (int x = 0; x < width_px; ++x) memory->push_back(static_cast<uint8_t>(x));
  }
  for (int plane = 0; plane < 2; ++plane) {
    for (int y = 0; y < chroma_height; ++y)
      memory->insert(memory->end(), static_cast<size_t>(chroma_width), static_cast<uint8_t>(y));
  }
  const auto luma = static_cast<std::ptrdiff_t>(width_px) * height_px;
  const auto chroma = static_cast<std::ptrdiff_t>(chroma_width) * chroma_height;
  picture.y = {memory->data(), width_px};
  picture.u = {memory->data() + luma, chroma_width};
  picture.v = {memory->data() + luma + chroma, chroma_width};
  picture.memory = memory;
  return picture;
}

void expect_part(const ShownPart& part, double left, double top, double width, double height) {
  EXPECT_NEAR(part.left, left, 0.02);
  EXPECT_NEAR(part.top, top, 0.02);
  EXPECT_NEAR(part.width, width, 0.02);
  EXPECT_NEAR(part.height, height, 0.02);
}

TEST(PicturePartTest, IsCutOutOnWholeChromaSamples) {
  const PicturePart part = part_of(numbered(200, 100, 0), {0.255, 0.31, 0.5, 0.4});
  EXPECT_EQ(part.picture.width_px % 2, 0);
  EXPECT_EQ(part.picture.height_px % 2, 0);
  expect_part(part.where, 0.25, 0.3, 0.5, 0.4);
  EXPECT_EQ(part.picture.y.data[0], 50);
  EXPECT_EQ(part.picture.u.data[0], 15);
  EXPECT_EQ(part.picture.v.data[0], 15);
}

TEST(PicturePartTest, EndsAtTheEdges) {
  const PicturePart part = part_of(numbered(201, 101, 0), {-0.5, 0.8, 3, 3});
  expect_part(part.where, 0, 0.8, 1, 0.2);
  EXPECT_LE(part.picture.width_px, 201);
  const PicturePart corner = part_of(numbered(200, 100, 0), {1.5, 1.5, 0.1, 0.1});
  EXPECT_GE(corner.picture.width_px, 2);
  EXPECT_LE(corner.where.left + corner.where.width, 1);
}

TEST(PicturePartTest, OfAPictureOnItsSideIsOfTheUprightOne) {
  // Stored 200 × 100, shown 100 × 200 after a turn clockwise: its top is what is stored at the left.
  const PicturePart part = part_of(numbered(200, 100, 1), {0.5, 0, 0.5, 0.25});
  expect_part(part.where, 0.5, 0, 0.5, 0.25);
  EXPECT_EQ(part.picture.width_px, 50);
  EXPECT_EQ(part.picture.height_px, 50);
  EXPECT_EQ(part.picture.y.data[0], 0);
  EXPECT_EQ(part.picture.u.data[0], 0) << "its right half is what is stored above";
}

TEST(ShownPartTest, IsTheMiddleOfAWideCameraInAPortraitFeed) {
  Canvas canvas;
  expect_part(shown_part(numbered(1280, 720, 0), camera_full(canvas), canvas), 0.34, 0, 0.316, 1);
}

TEST(ShownPartTest, FollowsTheLayoutAndThePhonesTurn) {
  Canvas canvas;
  Layout layout = camera_full(canvas);
  expect_part(shown_part(numbered(1280, 720, 1), layout, canvas), 0, 0, 1, 1);
  layout.focus_x = 0;
  expect_part(shown_part(numbered(1280, 720, 0), layout, canvas), 0, 0, 0.316, 1);
  layout.camera = {};
  EXPECT_EQ(shown_part(numbered(1280, 720, 0), layout, canvas).width, 0) << "no camera is shown";
}

}  // namespace
}  // namespace gladi
