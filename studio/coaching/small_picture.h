// A picture made small and upright: for looking at it, not for showing.
#pragma once

#include <cstdint>
#include <vector>

#include "encoder/program/picture.h"
#include "encoder/program/plane_scaler.h"

namespace gladi {

// Three planes of one size, rows without padding, full range (0 to 255, chroma around 128).
struct SmallPicture {
  int width_px = 0;
  int height_px = 0;
  std::vector<uint8_t> y, u, v;
  ColourMatrix matrix = ColourMatrix::kBt709;

  size_t index(int x, int row) const {
    return static_cast<size_t>(row) * static_cast<size_t>(width_px) + static_cast<size_t>(x);
  }
};

// One thread at a time; keeps its memory from picture to picture.
class PictureShrinker {
 public:
  // The longer side becomes `most_side_px`, or stays as it is where it is shorter.
  SmallPicture shrink(const Picture& picture, int most_side_px);

 private:
  std::vector<uint8_t> scaled(const Picture::Plane& plane, PlaneScaler::Size from, PlaneScaler::Size to,
                              PlaneScaler& scaler) const;

  PlaneScaler luma_, chroma_;
};

}  // namespace gladi
