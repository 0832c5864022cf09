// What one look at a camera's picture tells, as it is kept in the journal: places, light and focus, nothing
// by which somebody could be known again.
#pragma once

#include <optional>

#include "encoder/base/media_time.h"
#include "studio/coaching/face.h"
#include "studio/coaching/light.h"

namespace gladi {

// All in shares of the camera's own upright picture (never of a mirrored preview), as Face.
struct SeenFace {
  Face::Spot centre;
  double width = 0, height = 0;
  double eyes_y = 0;      // how far down the eyes are
  double turn = 0;        // as Face::turn()
  double confidence = 0;  // 0 to 1
};
SeenFace seen_face(const Face& face);

// The part of the camera's picture that viewers see; the rest is cut off by the layout.
struct ShownPart {
  double left = 0, top = 0, width = 1, height = 1;
};

struct PictureSample {
  MediaTime at;                  // the picture's stamp; in the journal the take's time
  std::optional<int> faces;      // how many are seen; nothing where faces can't be looked for
  std::optional<SeenFace> face;  // the largest
  ShownPart shown;
  Light light;
  std::optional<double> sharpness;  // as sharpness_of()
  std::optional<double> shake;      // as shake_between()
  std::optional<double> moved;      // as moved_between(), since the look before
};

// How much of the face viewers see: 0 to 1.
double shown_share(const SeenFace& face, const ShownPart& part);
// Viewers see her face, or most of it. Nothing where faces can't be looked for.
std::optional<bool> face_is_shown(const PictureSample& sample);

}  // namespace gladi
