#include "studio/coaching/movement_meter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/support/camera_scene.h"

namespace gladi {
namespace {

using test::CameraScene;

CameraScene person_at(int x) {
  CameraScene scene(1280, 720, 11);
  scene.paste(test::portrait(), test::kHeadLeft, test::kHeadTop, test::kHeadSide, x, 60, 400);
  return scene;
}

SmallPicture small(const CameraScene& scene) {
  return PictureShrinker().shrink(scene.picture(), 640);
}

SmallPicture noisy(SmallPicture picture, unsigned seed) {
  std::mt19937 random(seed);
  for (uint8_t& luma : picture.y)
    luma = static_cast<uint8_t>(std::clamp(luma + static_cast<int>(random() % 25) - 12, 0, 255));
  return picture;
}

TEST(MovementTest, IsSeenWhenSheMovesAndNotWhenOnlyTheSensorDoes) {
  const SmallPicture before = small(person_at(400));
  EXPECT_EQ(moved_between(before, before), 0);
  EXPECT_LT(*moved_between(noisy(before, 1), noisy(before, 2)), kMoves);
  EXPECT_GT(*moved_between(before, small(person_at(440))), kMoves);
}

TEST(MovementTest, IsNotACameraThatSetsItsExposure) {
  SmallPicture before = small(person_at(400)), after = before;
  for (uint8_t& luma : before.y) luma = std::min<uint8_t>(luma, 240);
  for (size_t i = 0; i < after.y.size(); ++i) after.y[i] = static_cast<uint8_t>(before.y[i] + 10);
  EXPECT_LT(*moved_between(before, after), kMoves);
}

TEST(MovementTest, OfTwoSizesIsNothing) {
  const auto scene = person_at(400);
  EXPECT_FALSE(moved_between(small(scene), PictureShrinker().shrink(scene.picture(), 320)));
}

}  // namespace
}  // namespace gladi
