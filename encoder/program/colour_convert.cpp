#include "encoder/program/colour_convert.h"

#include <algorithm>
#include <cstring>

#include "encoder/program/colour_math.h"

// Built with -O3 (encoder/CMakeLists.txt): the loops below are written for the vectoriser and need nothing
// beyond SSE2.
//
// Samples are shifted up to fill 16 bits, multiplied by coefficients in 16 bits, and the upper halves of the
// products are sums in steps of 1/64: luma << 7 times coefficient · 2^15, chroma << 8 times coefficient ·
// 2^14.
namespace gladi {
namespace {

constexpr int kSumBits = 6;
constexpr int16_t kRound = 1 << (kSumBits - 1);

uint8_t to_byte(int16_t sum) {
  return static_cast<uint8_t>(std::clamp<int16_t>(sum >> kSumBits, 0, 255));
}

void convert_luma_row(const uint8_t* from, const int16_t* offsets, uint8_t* to, int width, int16_t scale) {
#pragma GCC ivdep
  for (int x = 0; x < width; ++x) {
    to[x] =
        to_byte(static_cast<int16_t>(high_product(static_cast<int16_t>(from[x] << 7), scale) + offsets[x]));
  }
}

void double_each(const int16_t* __restrict from, int16_t* __restrict to, int count) {
  for (int x = 0; x < count; ++x) {
    to[2 * x] = from[x];
    to[2 * x + 1] = from[x];
  }
}

}  // namespace

ColourConverter::ColourConverter(Colour from, Colour to) : from_(from), to_(to) {
  const LumaWeights a = luma_weights(from.matrix);
  const LumaWeights b = luma_weights(to.matrix);
  // With luma 0..1 and chroma ±0.5: R = Y + red·V, B = Y + blue·U, G = Y − green_u·U − green_v·V.
  const double red = 2 * (1 - a.red), blue = 2 * (1 - a.blue);
  const double green_u = a.blue * blue / a.green(), green_v = a.red * red / a.green();
  // Grey stays grey, so new luma is Y + y_u·U + y_v·V, and new chroma doesn't depend on Y.
  const double y_u = b.blue * blue - b.green() * green_u;
  const double y_v = b.red * red - b.green() * green_v;
  const double u_u = (blue - y_u) / (2 * (1 - b.blue)), u_v = -y_v / (2 * (1 - b.blue));
  const double v_u = -y_u / (2 * (1 - b.red)), v_v = (red - y_v) / (2 * (1 - b.red));

  const double luma = luma_span(to.full_range) / luma_span(from.full_range);
  const double luma_per_chroma = luma_span(to.full_range) / chroma_span(from.full_range);
  const double chroma = chroma_span(to.full_range) / chroma_span(from.full_range);
  luma_ = fixed(luma / 2, 16);
  luma_from_u_ = fixed(y_u * luma_per_chroma, 14);
  luma_from_v_ = fixed(y_v * luma_per_chroma, 14);
  u_from_u_ = fixed(u_u * chroma, 14);
  u_from_v_ = fixed(u_v * chroma, 14);
  v_from_u_ = fixed(v_u * chroma, 14);
  v_from_v_ = fixed(v_v * chroma, 14);
  // Each upper half is rounded down: half a step a product is given back.
  luma_offset_ = static_cast<int16_t>(
      fixed(luma_zero(to.full_range) - luma_zero(from.full_range) * luma, kSumBits) + kRound + 1);
}

void ColourConverter::convert(const ConstPlanes& from, const Planes& to) {
  const int chroma_width = from.width_of(1);
  const auto samples = static_cast<size_t>(chroma_width);
  if (offsets_.size() < samples) {
    offsets_.resize(samples);
    wide_offsets_.resize(2 * samples);
    new_u_.resize(samples);
    new_v_.resize(samples);
  }
  for (int row = 0; row < from.height_of(1); ++row) {
    convert_chroma_row(from.data[1] + static_cast<ptrdiff_t>(row) * from.stride[1],
                       from.data[2] + static_cast<ptrdiff_t>(row) * from.stride[2], chroma_width);
    std::memcpy(to.data[1] + static_cast<ptrdiff_t>(row) * to.stride[1], new_u_.data(), samples);
    std::memcpy(to.data[2] + static_cast<ptrdiff_t>(row) * to.stride[2], new_v_.data(), samples);

    const int16_t* offsets = offsets_.data();
    if (from.x_shift == 1) {
      double_each(offsets_.data(), wide_offsets_.data(), chroma_width);
      offsets = wide_offsets_.data();
    }
    const int first = row << from.y_shift;
    const int last = std::min(first + (1 << from.y_shift), from.height_px);
    for (int y = first; y < last; ++y) {
      convert_luma_row(from.data[0] + static_cast<ptrdiff_t>(y) * from.stride[0], offsets,
                       to.data[0] + static_cast<ptrdiff_t>(y) * to.stride[0], from.width_px, luma_);
    }
  }
}

void ColourConverter::convert_chroma_row(const uint8_t* u, const uint8_t* v, int width) {
  // Results go into rows of our own: the vectoriser must see that they don't alias the source.
  int16_t* __restrict offsets = offsets_.data();
  uint8_t* __restrict new_u = new_u_.data();
  uint8_t* __restrict new_v = new_v_.data();
  constexpr int16_t kMiddle = (128 << kSumBits) + kRound + 1;
  const int16_t luma_from_u = luma_from_u_, luma_from_v = luma_from_v_, luma_offset = luma_offset_;
  const int16_t u_from_u = u_from_u_, u_from_v = u_from_v_, v_from_u = v_from_u_, v_from_v = v_from_v_;
  for (int x = 0; x < width; ++x) {
    const auto cu = static_cast<int16_t>((u[x] - 128) * 256);
    const auto cv = static_cast<int16_t>((v[x] - 128) * 256);
    offsets[x] =
        static_cast<int16_t>(high_product(cu, luma_from_u) + high_product(cv, luma_from_v) + luma_offset);
    new_u[x] =
        to_byte(static_cast<int16_t>(high_product(cu, u_from_u) + high_product(cv, u_from_v) + kMiddle));
    new_v[x] =
        to_byte(static_cast<int16_t>(high_product(cu, v_from_u) + high_product(cv, v_from_v) + kMiddle));
  }
}

}  // namespace gladi
