#include "studio/share/drawing_svg.h"

#include <fmt/format.h>

#include <algorithm>

namespace gladi {

std::string svg_lines(const Drawing& drawing, int width_px, int height_px) {
  const auto width = static_cast<float>(width_px), height = static_cast<float>(height_px);
  const float side = std::min(width, height);
  std::string out;
  const auto draw = [&](const Stroke& stroke, unsigned colour, float line_width) {
    for (const auto& line : lines_of(stroke, width, height)) {
      fmt::format_to(std::back_inserter(out),
                     "<polyline stroke=\"#{:06x}\" stroke-width=\"{:.1f}\" points=\"", colour,
                     line_width * side);
      for (const DrawnPoint& point : line)
        fmt::format_to(std::back_inserter(out), "{:.1f},{:.1f} ", point.x, point.y);
      out += "\"/>";
    }
  };
  for (const Stroke& stroke : drawing.strokes) {
    draw(stroke, DrawingLook::kRimRgb, DrawingLook::kRimWidth);
    draw(stroke, DrawingLook::kLineRgb, DrawingLook::kLineWidth);
  }
  return out;
}

}  // namespace gladi
