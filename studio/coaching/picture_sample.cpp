#include "studio/coaching/picture_sample.h"

#include <algorithm>

namespace gladi {
namespace {

// How much of [from, from + size] lies in [low, low + room].
double inside(double from, double size, double low, double room) {
  if (size <= 0) return 0;
  return std::max(0.0, std::min(from + size, low + room) - std::max(from, low)) / size;
}

}  // namespace

SeenFace seen_face(const Face& face) {
  return {face.centre, face.width,     face.height, (face.right_eye.y + face.left_eye.y) / 2,
          face.turn(), face.confidence};
}

double shown_share(const SeenFace& face, const ShownPart& part) {
  return inside(face.centre.x - face.width / 2, face.width, part.left, part.width) *
         inside(face.centre.y - face.height / 2, face.height, part.top, part.height);
}

std::optional<bool> face_is_shown(const PictureSample& sample) {
  if (!sample.faces) return std::nullopt;
  return sample.face && shown_share(*sample.face, sample.shown) >= 0.5;
}

}  // namespace gladi
