// Three planes of a picture or of a part of it: what the compositor's steps hand to each other. They own
// nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "encoder/program/canvas.h"
#include "encoder/program/picture_pool.h"

namespace gladi {

template <class Byte>
struct BasicPlanes {
  std::array<Byte*, 3> data{};  // Y, U, V
  std::array<int, 3> stride{};
  int width_px = 0;
  int height_px = 0;
  int x_shift = 1;  // as Picture's chroma shifts
  int y_shift = 1;

  int width_of(size_t plane) const {
    return plane == 0 ? width_px : (width_px + (1 << x_shift) - 1) >> x_shift;
  }
  int height_of(size_t plane) const {
    return plane == 0 ? height_px : (height_px + (1 << y_shift) - 1) >> y_shift;
  }
  int64_t area() const { return static_cast<int64_t>(width_px) * height_px; }

  // `part` must begin on a chroma sample.
  BasicPlanes cut(const Rect& part) const {
    BasicPlanes result = *this;
    result.width_px = part.width;
    result.height_px = part.height;
    for (size_t i = 0; i < 3; ++i) {
      const int x = i == 0 ? part.x : part.x >> x_shift;
      const int y = i == 0 ? part.y : part.y >> y_shift;
      result.data[i] += static_cast<ptrdiff_t>(y) * stride[i] + x;
    }
    return result;
  }
  template <class Other>
  bool same_shape(const BasicPlanes<Other>& other) const {
    return width_px == other.width_px && height_px == other.height_px && x_shift == other.x_shift &&
           y_shift == other.y_shift;
  }
};

using Planes = BasicPlanes<uint8_t>;
using ConstPlanes = BasicPlanes<const uint8_t>;

inline Planes planes_of(DraftPicture& draft) {
  return {{draft.y(), draft.u(), draft.v()},
          {draft.y_stride(), draft.u_stride(), draft.v_stride()},
          draft.width_px(),
          draft.height_px(),
          1,
          1};
}

inline ConstPlanes readable(const Planes& planes) {
  return {{planes.data[0], planes.data[1], planes.data[2]},
          planes.stride,
          planes.width_px,
          planes.height_px,
          planes.x_shift,
          planes.y_shift};
}

inline ConstPlanes readable(const Picture& picture) {
  return {{picture.y.data, picture.u.data, picture.v.data},
          {picture.y.stride, picture.u.stride, picture.v.stride},
          picture.width_px,
          picture.height_px,
          picture.chroma_x_shift,
          picture.chroma_y_shift};
}

// Memory for a step in between; kept from frame to frame and grown when need be.
class PlaneBuffer {
 public:
  Planes reserve(int width_px, int height_px, int x_shift, int y_shift) {
    Planes planes{{}, {}, width_px, height_px, x_shift, y_shift};
    std::array<size_t, 3> offset{};
    size_t bytes = 0;
    for (size_t i = 0; i < 3; ++i) {
      planes.stride[i] = (planes.width_of(i) + 63) / 64 * 64;
      offset[i] = bytes;
      bytes += static_cast<size_t>(planes.stride[i]) * static_cast<size_t>(planes.height_of(i));
    }
    if (bytes_.size() < bytes) bytes_.resize(bytes);
    for (size_t i = 0; i < 3; ++i) planes.data[i] = bytes_.data() + offset[i];
    return planes;
  }

 private:
  std::vector<uint8_t> bytes_;
};

}  // namespace gladi
