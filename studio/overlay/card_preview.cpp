#include "studio/overlay/card_preview.h"

#include <algorithm>
#include <cmath>

#include "studio/overlay/photo.h"
#include "studio/overlay/product_card.h"

namespace gladi {
namespace {

uint32_t byte_of(double value) {
  return static_cast<uint32_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

// BT.709, limited range: Canvas::kColour.
uint32_t pixel(uint8_t y, uint8_t u, uint8_t v, uint8_t alpha) {
  const double luma = (y - 16) * 255.0 / 219.0;
  const double blue = (u - 128) * 255.0 / 224.0, red = (v - 128) * 255.0 / 224.0;
  return static_cast<uint32_t>(alpha) << 24 | byte_of(luma + 1.5748 * red) << 16 |
         byte_of(luma - 0.187324 * blue - 0.468124 * red) << 8 | byte_of(luma + 1.8556 * blue);
}

}  // namespace

Image draw_card_preview(const CardContent& content, const FeedFonts& fonts) {
  const Canvas canvas;
  const FeedLayout layout = feed_layout(canvas, kCameraFull);
  const int side = card_photo_side_px(layout);
  const Result<Image> photo = load_photo(content.photo, side, side);
  const PlacedOverlay card =
      draw_product_card(content, photo ? *photo : stand_in_photo(side, side), layout, canvas, fonts);
  if (!card.bitmap) return {};
  const OverlayBitmap& bitmap = *card.bitmap;
  const auto width = static_cast<size_t>(bitmap.width_px());
  Image image{bitmap.width_px(), bitmap.height_px(), {}};
  image.argb.reserve(width * static_cast<size_t>(bitmap.height_px()));
  for (size_t row = 0; row < static_cast<size_t>(bitmap.height_px()); ++row) {
    for (size_t column = 0; column < width; ++column) {
      const size_t chroma = row / 2 * (width / 2) + column / 2;
      const size_t at = row * width + column;
      image.argb.push_back(pixel(bitmap.y()[at], bitmap.u()[chroma], bitmap.v()[chroma], bitmap.alpha()[at]));
    }
  }
  return image;
}

}  // namespace gladi
