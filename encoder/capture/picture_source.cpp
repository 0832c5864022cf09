#include "encoder/capture/picture_source.h"

#include <fmt/format.h>

#include <cmath>

namespace gladi {

std::string PictureMode::text() const {
  const double whole = std::round(fps);
  const std::string rate =
      std::abs(fps - whole) < 0.005 ? fmt::format("{:.0f}", whole) : fmt::format("{:.2f}", fps);
  return fmt::format("{}×{}, {} fps, {}", width_px, height_px, rate, format);
}

}  // namespace gladi
