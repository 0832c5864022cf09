// Brings a picture in one colour (matrix, range) into another, without leaving planar YUV.
#pragma once

#include <cstdint>
#include <vector>

#include "encoder/program/planes.h"

namespace gladi {

// Linear in Y'CbCr: luma is scaled and takes a share of both chroma samples of its place; chroma is a 2×2
// matrix. Colours that don't exist in the target range are clipped. One thread at a time.
class ColourConverter {
 public:
  ColourConverter(Colour from, Colour to);

  bool changes_nothing() const { return from_ == to_; }
  Colour from() const { return from_; }
  // Both of the same shape, chroma shifts 0 or 1. `from` and `to` may be the same memory, but not overlap
  // otherwise.
  void convert(const ConstPlanes& from, const Planes& to);

 private:
  void convert_chroma_row(const uint8_t* u, const uint8_t* v, int width);

  Colour from_, to_;
  // 1/32768 and 1/16384, see the .cpp.
  int16_t luma_ = 0, luma_from_u_ = 0, luma_from_v_ = 0, u_from_u_ = 0, u_from_v_ = 0, v_from_u_ = 0,
          v_from_v_ = 0;
  int16_t luma_offset_ = 0;
  std::vector<int16_t> offsets_, wide_offsets_;  // what a row of chroma adds to its luma
  std::vector<uint8_t> new_u_, new_v_;
};

}  // namespace gladi
