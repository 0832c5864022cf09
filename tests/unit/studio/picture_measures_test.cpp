#include "studio/coaching/picture_measures.h"

#include <gtest/gtest.h>

#include "studio/coaching/shake_meter.h"
#include "tests/support/camera_scene.h"

namespace gladi {
namespace {

using test::CameraScene;

constexpr int kSide = 640;
constexpr int kX = 400, kY = 60, kDrawn = 500;

SmallPicture small(const CameraScene& scene) {
  return PictureShrinker().shrink(scene.picture(), kSide);
}

CameraScene person() {
  CameraScene scene(1280, 720, 11);
  scene.paste(test::portrait(), test::kHeadLeft, test::kHeadTop, test::kHeadSide, kX, kY, kDrawn);
  return scene;
}

// Where the face is in person(), as FaceFinder finds it.
Face face() {
  Face found;
  found.centre = {0.508, 0.375};
  found.width = 0.16;
  found.height = 0.28;
  return found;
}

TEST(LightTest, FallsWithDarkness) {
  double last = 1;
  for (const double gamma : {0.7, 1.0, 1.5, 2.2, 3.0}) {
    const Light light = light_of(small(person().gamma(gamma)), face());
    ASSERT_TRUE(light.face);
    EXPECT_LT(*light.face, last) << "gamma " << gamma;
    last = *light.face;
  }
}

TEST(LightTest, SeesABrightWindowBehindADarkFace) {
  EXPECT_FALSE(is_backlit(light_of(small(person()), face())));
  EXPECT_FALSE(is_backlit(light_of(small(person().gamma(2.5)), face()))) << "dark, but not against the light";
  const CameraScene against = person().gamma(3).brighten_outside(kX, kY, kDrawn, kDrawn + 160, 215);
  EXPECT_TRUE(is_backlit(light_of(small(against), face())));
  EXPECT_FALSE(is_backlit(light_of(small(against), std::nullopt))) << "of nobody nothing is known";
}

TEST(LightTest, CountsWhatIsPlainWhite) {
  EXPECT_LT(light_of(small(person()), face()).clipped, 0.05);
  EXPECT_GT(light_of(small(person().gamma(0.03)), face()).clipped, 0.7);
}

TEST(LightTest, WithoutAFaceAllIsBackground) {
  const Light light = light_of(small(CameraScene(1280, 720, 2)), std::nullopt);
  EXPECT_FALSE(light.face);
  EXPECT_GT(light.background, 0.2);
}

TEST(SharpnessTest, FallsWithBlur) {
  double last = 100;
  for (const int radius : {0, 1, 2, 4, 8}) {
    const auto sharpness = sharpness_of(small(person().blur(radius)), face());
    ASSERT_TRUE(sharpness);
    EXPECT_LT(*sharpness, last) << "radius " << radius;
    last = *sharpness;
  }
}

TEST(SharpnessTest, HardlyCountsLight) {
  const auto bright = sharpness_of(small(person()), face()),
             dark = sharpness_of(small(person().gamma(2)), face());
  const auto blurred = sharpness_of(small(person().blur(3)), face());
  EXPECT_LT(*blurred, 0.5 * std::min(*bright, *dark));
}

TEST(SharpnessTest, OfAWallIsNothing) {
  const Image wall{1280, 720, std::vector<uint32_t>(1280 * 720, 0xFF808080)};
  EXPECT_FALSE(sharpness_of(small(CameraScene(wall)), std::nullopt));
}

TEST(ShakeTest, IsTheStepOfTheCamera) {
  const CameraScene scene = person();
  const SmallPicture before = small(scene);
  // In pixels of 1280: 0.3 to 1.2 % of the width.
  for (const auto& [dx, dy] : {std::pair{4.0, 0.0}, {0.0, -4.6}, {5.3, 3.1}, {-9.0, 2.0}, {11.0, -11.0}}) {
    const auto shake = shake_between(before, small(scene.shifted(dx, dy)), face());
    ASSERT_TRUE(shake);
    const double real = std::hypot(dx, dy) / 1280;
    EXPECT_NEAR(*shake / real, 1, 0.15) << dx << ", " << dy;
  }
}

TEST(ShakeTest, IsNoneWherePeopleMoveAndTheCameraDoesNot) {
  const CameraScene scene = person();
  EXPECT_LE(*shake_between(small(scene), small(scene), face()), 0.001);
  CameraScene moved(1280, 720, 11);
  moved.paste(test::portrait(), test::kHeadLeft, test::kHeadTop, test::kHeadSide, kX + 14, kY + 6, kDrawn);
  EXPECT_LE(*shake_between(small(scene), small(moved), face()), 0.001);
}

TEST(ShakeTest, OfAWallOrTwoSizesIsNothing) {
  const Image wall{1280, 720, std::vector<uint32_t>(1280 * 720, 0xFF808080)};
  const SmallPicture plain = small(CameraScene(wall));
  EXPECT_FALSE(shake_between(plain, plain, std::nullopt));
  EXPECT_FALSE(shake_between(plain, PictureShrinker().shrink(person().picture(), 320), std::nullopt));
}

}  // namespace
}  // namespace gladi
