#include "studio/coaching/picture_part.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gladi {
namespace {

// From pixel `first` on, `count` pixels, both whole chroma samples.
struct Span {
  int first;
  int count;
};

Span span_of(double from, double size, int side_px, int chroma_shift) {
  const int step = 1 << chroma_shift, most = std::max(step, side_px / step * step);
  const auto pixel = [&](double share) {
    return std::clamp(static_cast<int>(std::lround(share * side_px)), 0, most) / step * step;
  };
  const int first = std::min(pixel(from), most - step);
  return {first, std::max(step, pixel(from + size) - first)};
}

}  // namespace

ShownPart turned(const ShownPart& part, int quarter_turns) {
  ShownPart out = part;
  for (int turn = 0; turn < (quarter_turns % 4 + 4) % 4; ++turn)
    out = {1 - out.top - out.height, out.left, out.height, out.width};
  return out;
}

PicturePart part_of(const Picture& picture, const ShownPart& wanted) {
  const ShownPart stored = turned(wanted, -picture.quarter_turns);
  const Span x = span_of(stored.left, stored.width, picture.width_px, picture.chroma_x_shift);
  const Span y = span_of(stored.top, stored.height, picture.height_px, picture.chroma_y_shift);
  PicturePart part{picture, {}};
  part.picture.width_px = x.count;
  part.picture.height_px = y.count;
  const auto move = [&](Picture::Plane& plane, int x_shift, int y_shift) {
    plane.data += static_cast<std::ptrdiff_t>(y.first >> y_shift) * plane.stride + (x.first >> x_shift);
  };
  move(part.picture.y, 0, 0);
  move(part.picture.u, picture.chroma_x_shift, picture.chroma_y_shift);
  move(part.picture.v, picture.chroma_x_shift, picture.chroma_y_shift);
  const double width = picture.width_px, height = picture.height_px;
  part.where =
      turned({x.first / width, y.first / height, x.count / width, y.count / height}, picture.quarter_turns);
  return part;
}

}  // namespace gladi
