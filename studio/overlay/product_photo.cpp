#include "studio/overlay/product_photo.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "studio/overlay/painter.h"

namespace gladi {
namespace {

constexpr int kGroundSide = 16;

using GroundChannel = std::array<double, kGroundSide * kGroundSide>;

// The mean of each block of the photo, then of each block with its neighbours: colours without shapes.
Image soft_ground(const Image& photo) {
  std::array<GroundChannel, 3> channels{};
  for (int y = 0; y < kGroundSide; ++y) {
    for (int x = 0; x < kGroundSide; ++x) {
      const int x0 = x * photo.width_px / kGroundSide,
                x1 = std::max(x0 + 1, (x + 1) * photo.width_px / kGroundSide);
      const int y0 = y * photo.height_px / kGroundSide,
                y1 = std::max(y0 + 1, (y + 1) * photo.height_px / kGroundSide);
      std::array<double, 3> sum{};
      for (int py = y0; py < y1; ++py) {
        for (int px = x0; px < x1; ++px) {
          const uint32_t pixel = photo.argb[static_cast<size_t>(py) * static_cast<size_t>(photo.width_px) +
                                            static_cast<size_t>(px)];
          for (size_t c = 0; c < 3; ++c) sum[c] += pixel >> (8 * c) & 0xFF;
        }
      }
      for (size_t c = 0; c < 3; ++c) {
        channels[c][static_cast<size_t>(y * kGroundSide + x)] = sum[c] / ((x1 - x0) * (y1 - y0));
      }
    }
  }
  Image ground{kGroundSide, kGroundSide, std::vector<uint32_t>(kGroundSide * kGroundSide, 0xFF000000)};
  constexpr int kRadius = 3;
  const std::array<double, 3> cream{style::kCream.blue * 255, style::kCream.green * 255,
                                    style::kCream.red * 255};
  for (int y = 0; y < kGroundSide; ++y) {
    for (int x = 0; x < kGroundSide; ++x) {
      for (size_t c = 0; c < 3; ++c) {
        double sum = 0;
        for (int dy = -kRadius; dy <= kRadius; ++dy) {
          for (int dx = -kRadius; dx <= kRadius; ++dx) {
            const int nx = std::clamp(x + dx, 0, kGroundSide - 1),
                      ny = std::clamp(y + dy, 0, kGroundSide - 1);
            sum += channels[c][static_cast<size_t>(ny * kGroundSide + nx)];
          }
        }
        const double mean = sum / ((2 * kRadius + 1) * (2 * kRadius + 1));
        // Lighter than the photo, so that the photo stands out.
        const auto value = static_cast<uint32_t>(0.6 * mean + 0.4 * cream[c]);
        ground.argb[static_cast<size_t>(y * kGroundSide + x)] |= value << (8 * c);
      }
    }
  }
  return ground;
}

}  // namespace

Rect product_photo_place(const FeedLayout& layout) {
  const Rect& tile = layout.product_tile;
  const int border = static_cast<int>(std::lround(style::kTileBorder * layout.card_scale));
  return {tile.x + border, tile.y + border, tile.width - 2 * border, tile.height - 2 * border};
}

OverlayPlan draw_product_photo(const Image* photo, const FeedLayout& layout, const FeedFonts& fonts) {
  const Rect& area = layout.product;
  Painter painter(fonts, area.width, area.height);
  if (!photo || photo->argb.empty()) {
    painter.fill_gradient(style::kCream, style::kCreamDark);
  } else {
    const double scale = layout.card_scale;
    const Rect inner = product_photo_place(layout);
    painter.image({0, 0, static_cast<double>(area.width), static_cast<double>(area.height)}, 0,
                  soft_ground(*photo));
    const RectF tile{static_cast<double>(layout.product_tile.x - area.x),
                     static_cast<double>(layout.product_tile.y - area.y),
                     static_cast<double>(layout.product_tile.width),
                     static_cast<double>(layout.product_tile.height)};
    painter.shadow({tile.x, tile.y + style::kShadowDrop * scale, tile.width, tile.height},
                   style::kShadowSigma * scale, style::kShadow);
    painter.fill_rounded(tile, style::kTileRadius * scale, style::kWhite);
    painter.image({static_cast<double>(inner.x - area.x), static_cast<double>(inner.y - area.y),
                   static_cast<double>(inner.width), static_cast<double>(inner.height)},
                  (style::kTileRadius - style::kTileBorder) * scale, *photo);
  }
  if (!layout.camera_on_top) return {{painter.bitmap(), area.x, area.y}};
  const Rect& window = layout.camera.camera;
  const double edge = style::kTileBorder * layout.card_scale,
               radius = style::kWindowRadius * layout.card_scale;
  const RectF hole{static_cast<double>(window.x - area.x), static_cast<double>(window.y - area.y),
                   static_cast<double>(window.width), static_cast<double>(window.height)};
  painter.fill_rounded({hole.x - edge, hole.y - edge, hole.width + 2 * edge, hole.height + 2 * edge},
                       radius + edge, style::kWhite);
  painter.clear_rounded(hole, radius);
  const int split = (window.y + window.height + static_cast<int>(edge) + 2 - area.y) & ~1;
  return {{painter.bitmap({0, 0, area.width, split}), area.x, area.y},
          {painter.bitmap({0, split, area.width, area.height - split}), area.x, area.y + split}};
}

}  // namespace gladi
