// The numbers behind Y'CbCr, shared by the camera's conversion and the overlays'.
#pragma once

#include <cmath>
#include <cstdint>

#include "encoder/program/picture.h"

namespace gladi {

// Weights of red and blue in luma (ITU-R BT.601-7 2.5.1 and BT.709-6 3.2); green has the rest.
struct LumaWeights {
  double red, blue;
  double green() const { return 1 - red - blue; }
};

constexpr LumaWeights luma_weights(ColourMatrix matrix) {
  return matrix == ColourMatrix::kBt601 ? LumaWeights{0.299, 0.114} : LumaWeights{0.2126, 0.0722};
}

// Where 8-bit codes begin and how far they reach.
constexpr double luma_zero(bool full_range) {
  return full_range ? 0 : 16;
}
constexpr double luma_span(bool full_range) {
  return full_range ? 255 : 219;
}
constexpr double chroma_span(bool full_range) {
  return full_range ? 255 : 224;
}

// 16-bit fixed point that compiles to one SSE2 instruction for eight samples: the upper half of a product.
constexpr int16_t high_product(int16_t a, int16_t b) {
  return static_cast<int16_t>((static_cast<int32_t>(a) * static_cast<int32_t>(b)) >> 16);
}

// `value` in steps of 1 / 2^bits, held within 16 bits.
inline int16_t fixed(double value, int bits) {
  return static_cast<int16_t>(std::fmin(32767, std::fmax(-32768, std::round(value * (1 << bits)))));
}

}  // namespace gladi
