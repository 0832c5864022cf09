#include "studio/coaching/small_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "encoder/program/colour_math.h"

namespace gladi {
namespace {

using Size = PlaneScaler::Size;

// Clockwise by 90°: the first row becomes the last column.
std::vector<uint8_t> turned(const std::vector<uint8_t>& plane, Size size) {
  std::vector<uint8_t> out(plane.size());
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const auto to = static_cast<ptrdiff_t>(x) * size.height + (size.height - 1 - y);
      out[static_cast<size_t>(to)] = plane[static_cast<size_t>(static_cast<ptrdiff_t>(y) * size.width + x)];
    }
  }
  return out;
}

// What each code of limited range is in full range: `zero` goes to `to`, `span` codes become 255.
void widen(std::vector<uint8_t>& plane, double zero, double span, double to) {
  std::array<uint8_t, 256> table{};
  for (size_t code = 0; code < table.size(); ++code) {
    const double value = (static_cast<double>(code) - zero) * 255 / span + to;
    table[code] = static_cast<uint8_t>(std::clamp(std::lround(value), 0L, 255L));
  }
  for (uint8_t& code : plane) code = table[code];
}

}  // namespace

std::vector<uint8_t> PictureShrinker::scaled(const Picture::Plane& plane, Size from, Size to,
                                             PlaneScaler& scaler) const {
  std::vector<uint8_t> out(static_cast<size_t>(to.width) * static_cast<size_t>(to.height));
  scaler.scale(plane.data, plane.stride, from, out.data(), to.width, to);
  return out;
}

SmallPicture PictureShrinker::shrink(const Picture& picture, int most_side_px) {
  const int longer = std::max(picture.width_px, picture.height_px);
  const double factor = std::min(1.0, static_cast<double>(most_side_px) / longer);
  const auto of = [factor](int side_px) {
    return std::max(1, static_cast<int>(std::lround(side_px * factor)));
  };
  Size size{of(picture.width_px), of(picture.height_px)};
  const Size chroma{picture.chroma_width_px(), picture.chroma_height_px()};

  SmallPicture small;
  small.matrix = picture.colour.matrix;
  small.y = scaled(picture.y, {picture.width_px, picture.height_px}, size, luma_);
  small.u = scaled(picture.u, chroma, size, chroma_);
  small.v = scaled(picture.v, chroma, size, chroma_);
  if (!picture.colour.full_range) {
    widen(small.y, luma_zero(false), luma_span(false), 0);
    widen(small.u, 128, chroma_span(false), 128);
    widen(small.v, 128, chroma_span(false), 128);
  }
  for (int turn = 0; turn < (picture.quarter_turns % 4 + 4) % 4; ++turn) {
    for (std::vector<uint8_t>* plane : {&small.y, &small.u, &small.v}) *plane = turned(*plane, size);
    std::swap(size.width, size.height);
  }
  small.width_px = size.width;
  small.height_px = size.height;
  return small;
}

}  // namespace gladi
