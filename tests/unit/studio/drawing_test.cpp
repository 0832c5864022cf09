#include "studio/review/drawing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gladi {
namespace {
using Shape = Stroke::Shape;

Stroke drawn(Shape shape, const std::vector<DrawnPoint>& points) {
  Stroke stroke{shape, {}};
  for (const DrawnPoint& point : points) EXPECT_TRUE(draw_to(stroke, point));
  return stroke;
}

TEST(Drawings, FollowThePen) {
  const Stroke pen = drawn(Shape::kPen, {{0.1F, 0.1F}, {0.1001F, 0.1F}, {0.5F, 0.5F}, {1.4F, -3}});
  EXPECT_THAT(pen.points,
              testing::ElementsAre(DrawnPoint{0.1F, 0.1F}, DrawnPoint{0.5F, 0.5F}, DrawnPoint{1, 0}))
      << "not each tremble, and nothing beside the picture";
}

TEST(Drawings, MoveTheEndOfAnArrowAndOfACircle) {
  for (const Shape shape : {Shape::kArrow, Shape::kCircle}) {
    const Stroke stroke = drawn(shape, {{0.1F, 0.1F}, {0.2F, 0.2F}, {0.7F, 0.4F}});
    EXPECT_THAT(stroke.points, testing::ElementsAre(DrawnPoint{0.1F, 0.1F}, DrawnPoint{0.7F, 0.4F}));
  }
}

TEST(Drawings, OfASlipAreNone) {
  EXPECT_FALSE(is_seen(drawn(Shape::kPen, {{0.5F, 0.5F}})));
  EXPECT_FALSE(is_seen(drawn(Shape::kArrow, {{0.5F, 0.5F}, {0.503F, 0.503F}})));
  EXPECT_TRUE(is_seen(drawn(Shape::kArrow, {{0.5F, 0.5F}, {0.6F, 0.5F}})));
}

TEST(Drawings, EndWhenTheyAreFull) {
  Stroke pen{Shape::kPen, {}};
  for (size_t i = 0; i < Drawing::kMostPoints; ++i)
    ASSERT_TRUE(draw_to(pen, {i % 2 == 0 ? 0.0F : 1.0F, static_cast<float>(i) / 1000}));
  EXPECT_FALSE(draw_to(pen, {0.5F, 0.5F}));
  EXPECT_EQ(pen.points.size(), Drawing::kMostPoints);
}

TEST(Drawings, PutTheHeadOfAnArrowAtItsTip) {
  const auto lines = lines_of(drawn(Shape::kArrow, {{0.1F, 0.5F}, {0.9F, 0.5F}}), 720, 1280);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_THAT(lines[0], testing::ElementsAre(DrawnPoint{72, 640}, DrawnPoint{648, 640}));
  ASSERT_EQ(lines[1].size(), 3u);
  EXPECT_EQ(lines[1][1], (DrawnPoint{648, 640}));
  for (const size_t side : {size_t{0}, size_t{2}}) EXPECT_LT(lines[1][side].x, 648) << "it points forwards";
  EXPECT_NEAR(lines[1][0].y + lines[1][2].y, 2 * 640, 0.1);
}

TEST(Drawings, CloseACircleThatFillsItsBox) {
  const auto lines = lines_of(drawn(Shape::kCircle, {{0.75F, 0.25F}, {0.25F, 0.75F}}), 400, 200);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].front(), lines[0].back());
  float left = 400, right = 0, top = 200, bottom = 0;
  for (const DrawnPoint& point : lines[0]) {
    left = std::min(left, point.x);
    right = std::max(right, point.x);
    top = std::min(top, point.y);
    bottom = std::max(bottom, point.y);
  }
  EXPECT_NEAR(left, 100, 0.5);
  EXPECT_NEAR(right, 300, 0.5);
  EXPECT_NEAR(top, 50, 0.5);
  EXPECT_NEAR(bottom, 150, 0.5);
}

}  // namespace
}  // namespace gladi
