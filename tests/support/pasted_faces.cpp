#include "tests/support/pasted_faces.h"

#include <cmath>
#include <random>
#include <stdexcept>

#include "tests/support/camera_scene.h"

namespace gladi::test {
namespace {

constexpr int kFaces = 30, kWidthPx = 640, kHeightPx = 360;
constexpr double kNear = 0.005;

std::vector<Face> faces_in(FaceFinder& finder, const CameraScene& scene) {
  auto found = finder.find(scene.picture());
  if (!found) throw std::runtime_error(found.error().detail);
  return *found;
}

}  // namespace

PastedFaces find_pasted_faces(FaceFinder& finder, unsigned seed) {
  const Image photo = portrait();
  const std::vector<Face> alone = faces_in(finder, CameraScene(photo));
  if (alone.size() != 1) throw std::runtime_error("the portrait's own face isn't found");
  const double in_head_x = (alone[0].centre.x * photo.width_px - kHeadLeft) / kHeadSide;
  const double in_head_y = (alone[0].centre.y * photo.height_px - kHeadTop) / kHeadSide;

  std::mt19937 random(seed);
  PastedFaces counted;
  for (; counted.pasted < kFaces; ++counted.pasted) {
    // A face is about 0.42 of the head's square.
    const int drawn = 145 + static_cast<int>(random() % 155);
    const int x = static_cast<int>(random() % static_cast<unsigned>(kWidthPx - drawn));
    const int y = static_cast<int>(random() % static_cast<unsigned>(kHeightPx - drawn));
    CameraScene scene(kWidthPx, kHeightPx, 100 * seed + static_cast<unsigned>(counted.pasted));
    scene.paste(photo, kHeadLeft, kHeadTop, kHeadSide, x, y, drawn);
    const std::vector<Face> seen = faces_in(finder, scene);
    if (seen.empty()) continue;
    ++counted.found;
    const double off_x = seen[0].centre.x - (x + in_head_x * drawn) / kWidthPx;
    const double off_y = (seen[0].centre.y * kHeightPx - (y + in_head_y * drawn)) / kWidthPx;
    if (std::hypot(off_x, off_y) <= kNear) ++counted.near;
  }
  return counted;
}

}  // namespace gladi::test
