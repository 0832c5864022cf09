#include "encoder/program/placement.h"

#include <algorithm>
#include <cmath>

namespace gladi {
namespace {

int down_to_even(int value) {
  return value & ~1;
}

// The even size nearest to `value`, from 2 to `most`.
int even_size(double value, int most) {
  return std::clamp(static_cast<int>(std::lround(value / 2)) * 2, 2, most);
}

Rect cut_to_canvas(const Rect& rect, const Canvas& canvas) {
  const int left = std::max(0, down_to_even(rect.x)), top = std::max(0, down_to_even(rect.y));
  const int right = std::min(canvas.width_px, down_to_even(rect.x + rect.width));
  const int bottom = std::min(canvas.height_px, down_to_even(rect.y + rect.height));
  return {left, top, std::max(0, right - left), std::max(0, bottom - top)};
}

// The same part seen on the picture before it was turned clockwise. `width` and `height` are those of that
// picture.
Rect turn_back(const Rect& upright, int quarter_turns, int width, int height) {
  switch (quarter_turns) {
    case 1:
      return {upright.y, height - upright.x - upright.width, upright.height, upright.width};
    case 2:
      return {width - upright.x - upright.width, height - upright.y - upright.height, upright.width,
              upright.height};
    case 3:
      return {width - upright.y - upright.height, upright.x, upright.height, upright.width};
    default:
      return upright;
  }
}

}  // namespace

Placement place_camera(const Picture& camera, const Layout& layout, const Canvas& canvas) {
  Placement place;
  place.target = cut_to_canvas(layout.camera, canvas);
  place.quarter_turns = ((camera.quarter_turns + layout.quarter_turns) % 4 + 4) % 4;

  // Whole chroma samples only: an odd last column or row is left out.
  const int step_x = std::max(2, 1 << camera.chroma_x_shift),
            step_y = std::max(2, 1 << camera.chroma_y_shift);
  const int width = camera.width_px / step_x * step_x, height = camera.height_px / step_y * step_y;
  const bool sideways = place.quarter_turns % 2 == 1;
  const int seen_width = sideways ? height : width, seen_height = sideways ? width : height;
  if (seen_width <= 0 || seen_height <= 0 || place.target.width <= 0 || place.target.height <= 0) return {};

  Rect part{0, 0, seen_width, seen_height};  // of the upright picture
  const double picture_shape = static_cast<double>(seen_width) / seen_height;
  const double target_shape = static_cast<double>(place.target.width) / place.target.height;
  if (layout.fit == Fit::kCrop) {
    if (picture_shape > target_shape) {
      part.width = even_size(seen_height * target_shape, seen_width);
    } else {
      part.height = even_size(seen_width / target_shape, seen_height);
    }
    part.x = down_to_even(static_cast<int>(static_cast<float>(seen_width - part.width) * layout.focus_x));
    part.y = down_to_even(static_cast<int>(static_cast<float>(seen_height - part.height) * layout.focus_y));
    part.x = std::clamp(part.x, 0, seen_width - part.width);
    part.y = std::clamp(part.y, 0, seen_height - part.height);
  } else {
    Rect& target = place.target;
    const Rect room = target;
    if (picture_shape > target_shape) {
      target.height = even_size(room.width / picture_shape, room.height);
    } else {
      target.width = even_size(room.height * picture_shape, room.width);
    }
    target.x = room.x + down_to_even((room.width - target.width) / 2);
    target.y = room.y + down_to_even((room.height - target.height) / 2);
  }
  place.source = turn_back(part, place.quarter_turns, width, height);
  place.source.x = place.source.x / step_x * step_x;
  place.source.y = place.source.y / step_y * step_y;
  return place;
}

}  // namespace gladi
