#include "studio/share/drawn_lines.h"

#include <fmt/format.h>

#include <algorithm>

namespace gladi {

std::vector<DrawnLine> drawn_lines(const Drawing& drawing, float width, float height) {
  const float side = std::min(width, height);
  std::vector<DrawnLine> drawn;
  for (const Stroke& stroke : drawing.strokes) {
    const auto lines = lines_of(stroke, width, height);
    for (const auto& line : lines)
      drawn.push_back({DrawingLook::kRimRgb, DrawingLook::kRimWidth * side, line});
    for (const auto& line : lines)
      drawn.push_back({DrawingLook::kLineRgb, DrawingLook::kLineWidth * side, line});
  }
  return drawn;
}

std::string svg_lines(const Drawing& drawing, int width_px, int height_px) {
  std::string out;
  for (const DrawnLine& line :
       drawn_lines(drawing, static_cast<float>(width_px), static_cast<float>(height_px))) {
    fmt::format_to(std::back_inserter(out), "<polyline stroke=\"#{:06x}\" stroke-width=\"{:.1f}\" points=\"",
                   line.rgb, line.width);
    for (const DrawnPoint& point : line.points)
      fmt::format_to(std::back_inserter(out), "{:.1f},{:.1f} ", point.x, point.y);
    out += "\"/>";
  }
  return out;
}

}  // namespace gladi
