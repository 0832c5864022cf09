#include "encoder/program/layout.h"

#include <algorithm>
#include <cmath>

namespace gladi {

Layout camera_full(const Canvas& canvas) {
  Layout layout;
  layout.camera = {0, 0, canvas.width_px, canvas.height_px};
  return layout;
}

Layout camera_above(const Canvas& canvas, double share) {
  Layout layout = camera_full(canvas);
  const double height = std::clamp(share, 0.0, 1.0) * canvas.height_px;
  layout.camera.height = static_cast<int>(std::lround(height / 2)) * 2;
  return layout;
}

}  // namespace gladi
