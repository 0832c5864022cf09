#include "encoder/program/overlay.h"

#include <libyuv/planar_functions.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "encoder/program/colour_math.h"

// Built with -O3 (encoder/CMakeLists.txt): the loops are written for the vectoriser.
namespace gladi {
namespace {

// What luma and chroma are made of, for straight 0..255 colour.
struct Weights {
  double y[3], u[3], v[3];  // of red, green, blue
};

Weights weights() {
  const LumaWeights luma = luma_weights(Canvas::kColour.matrix);
  const double y_scale = luma_span(Canvas::kColour.full_range) / 255;
  const double c_scale = chroma_span(Canvas::kColour.full_range) / 255;
  const double blue = 2 * (1 - luma.blue), red = 2 * (1 - luma.red);
  return {{luma.red * y_scale, luma.green() * y_scale, luma.blue * y_scale},
          {-luma.red / blue * c_scale, -luma.green() / blue * c_scale, 0.5 * c_scale},
          {0.5 * c_scale, -luma.green() / red * c_scale, -luma.blue / red * c_scale}};
}

// One row of pixels taken apart; two of them make a row of chroma.
struct Channels {
  std::vector<uint8_t> red, green, blue, alpha;
  explicit Channels(size_t width) : red(width), green(width), blue(width), alpha(width) {}

  void split(const uint8_t* argb, int width) {
    libyuv::SplitARGBPlane(argb, 0, red.data(), 0, green.data(), 0, blue.data(), 0, alpha.data(), 0, width,
                           1);
  }
  void clear() {
    for (auto* channel : {&red, &green, &blue, &alpha}) std::fill(channel->begin(), channel->end(), 0);
  }
};

void luma_row(const Channels& straight, const std::array<int16_t, 3>& scale, uint8_t* __restrict out,
              int width) {
  // Colour << 7 times weight · 2^15: upper halves are in steps of 1/64, each rounded down by half a step on
  // average.
  const int16_t base =
      static_cast<int16_t>((static_cast<int>(luma_zero(Canvas::kColour.full_range)) << 6) + 32 + 1);
  const uint8_t* red = straight.red.data();
  const uint8_t* green = straight.green.data();
  const uint8_t* blue = straight.blue.data();
  for (int x = 0; x < width; ++x) {
    const int sum = high_product(static_cast<int16_t>(red[x] << 7), scale[0]) +
                    high_product(static_cast<int16_t>(green[x] << 7), scale[1]) +
                    high_product(static_cast<int16_t>(blue[x] << 7), scale[2]) + base;
    out[x] = static_cast<uint8_t>(static_cast<int16_t>(sum) >> 6);
  }
}

// Adds up 2×2 blocks.
void sum_blocks(const uint8_t* __restrict upper, const uint8_t* __restrict lower, float* __restrict out,
                int blocks) {
  for (int x = 0; x < blocks; ++x) {
    out[x] = static_cast<float>(upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1]);
  }
}

void chroma_row(const float* __restrict red, const float* __restrict green, const float* __restrict blue,
                const float* __restrict alpha, const double (&weight)[3], uint8_t* __restrict out,
                int blocks) {
  const auto r = static_cast<float>(weight[0]), g = static_cast<float>(weight[1]),
             b = static_cast<float>(weight[2]);
  for (int x = 0; x < blocks; ++x) {
    // Premultiplied colour over alpha is the average of the straight colours weighted by alpha: what is
    // transparent doesn't discolour an edge. Without any alpha the sums are 0 and grey comes out.
    const float sum = r * red[x] + g * green[x] + b * blue[x];
    const float whole = alpha[x] > 1.0F ? alpha[x] : 1.0F;
    out[x] = static_cast<uint8_t>(static_cast<int>(128.5F + sum * 255 / whole));
  }
}

bool all_are(const uint8_t* row, uint8_t value, size_t count) {
  return count == 0 || (row[0] == value && std::memcmp(row, row + 1, count - 1) == 0);
}

}  // namespace

std::shared_ptr<const OverlayBitmap> OverlayBitmap::from_argb(const uint8_t* pixels, int stride_bytes,
                                                              int width_px, int height_px) {
  const auto bitmap = std::shared_ptr<OverlayBitmap>(new OverlayBitmap);
  const int width = (width_px + 1) / 2 * 2, height = (height_px + 1) / 2 * 2;
  const auto wide = static_cast<size_t>(width), half = wide / 2, rows = static_cast<size_t>(height);
  bitmap->width_px_ = width;
  bitmap->height_px_ = height;
  bitmap->y_.resize(wide * rows);
  bitmap->alpha_.resize(wide * rows);
  bitmap->u_.resize(half * rows / 2);
  bitmap->v_.resize(half * rows / 2);

  const Weights weight = weights();
  const std::array<int16_t, 3> luma_scale{fixed(weight.y[0], 15), fixed(weight.y[1], 15),
                                          fixed(weight.y[2], 15)};
  std::array<Channels, 2> premultiplied{Channels(wide), Channels(wide)};
  Channels straight(wide);
  std::vector<uint8_t> straight_row(wide * 4);
  std::vector<float> red(half), green(half), blue(half), alpha(half);
  bool opaque = true;

  for (size_t pair = 0; pair < rows / 2; ++pair) {
    for (size_t i = 0; i < 2; ++i) {
      const size_t y = 2 * pair + i;
      uint8_t* luma = bitmap->y_.data() + y * wide;
      Channels& row = premultiplied[i];
      const uint8_t* argb = pixels + static_cast<ptrdiff_t>(y) * stride_bytes;
      if (y < static_cast<size_t>(height_px)) {
        row.split(argb, width_px);
      } else {
        row.clear();
      }
      std::memcpy(bitmap->alpha_.data() + y * wide, row.alpha.data(), wide);
      if (all_are(row.alpha.data(), 255, wide)) {
        luma_row(row, luma_scale, luma, width);
        continue;
      }
      opaque = false;
      if (all_are(row.alpha.data(), 0, wide)) {
        std::memset(luma, 16, wide);
        continue;
      }
      libyuv::ARGBUnattenuate(argb, 0, straight_row.data(), 0, width_px, 1);
      straight.split(straight_row.data(), width_px);
      luma_row(straight, luma_scale, luma, width);
    }
    const Channels& upper = premultiplied[0];
    const Channels& lower = premultiplied[1];
    const int blocks = width / 2;
    sum_blocks(upper.red.data(), lower.red.data(), red.data(), blocks);
    sum_blocks(upper.green.data(), lower.green.data(), green.data(), blocks);
    sum_blocks(upper.blue.data(), lower.blue.data(), blue.data(), blocks);
    sum_blocks(upper.alpha.data(), lower.alpha.data(), alpha.data(), blocks);
    uint8_t* u = bitmap->u_.data() + pair * half;
    uint8_t* v = bitmap->v_.data() + pair * half;
    chroma_row(red.data(), green.data(), blue.data(), alpha.data(), weight.u, u, blocks);
    chroma_row(red.data(), green.data(), blue.data(), alpha.data(), weight.v, v, blocks);
  }
  bitmap->opaque_ = opaque && width > 0 && height > 0;
  return bitmap;
}

}  // namespace gladi
