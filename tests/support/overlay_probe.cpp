#include "tests/support/overlay_probe.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace gladi::test {
namespace {

template <class Visit>
void each_pixel(const OverlayBitmap& bitmap, const Rect& area, Visit visit) {
  const int right = std::min(bitmap.width_px(), area.x + area.width);
  const int bottom = std::min(bitmap.height_px(), area.y + area.height);
  for (int y = std::max(0, area.y); y < bottom; ++y) {
    for (int x = std::max(0, area.x); x < right; ++x) {
      const int i = y * bitmap.width_px() + x;
      const int c = y / 2 * (bitmap.width_px() / 2) + x / 2;
      visit(bitmap.y()[i], bitmap.u()[c], bitmap.v()[c], bitmap.alpha()[i]);
    }
  }
}

}  // namespace

int strongest_colour(const OverlayBitmap& bitmap, const Rect& area) {
  int strongest = 0;
  each_pixel(bitmap, area, [&](int, int u, int v, int alpha) {
    if (alpha >= 128) strongest = std::max({strongest, std::abs(u - 128), std::abs(v - 128)});
  });
  return strongest;
}

int covered_pixels(const OverlayBitmap& bitmap, const Rect& area, int alpha) {
  int count = 0;
  each_pixel(bitmap, area, [&](int, int, int, int a) { count += a >= alpha; });
  return count;
}

int dark_pixels(const OverlayBitmap& bitmap, const Rect& area, int luma) {
  int count = 0;
  each_pixel(bitmap, area, [&](int y, int, int, int a) { count += a >= 200 && y < luma; });
  return count;
}

bool same_pixels(const OverlayBitmap& a, const OverlayBitmap& b) {
  if (a.width_px() != b.width_px() || a.height_px() != b.height_px()) return false;
  const auto luma = static_cast<size_t>(a.width_px()) * static_cast<size_t>(a.height_px());
  return std::memcmp(a.y(), b.y(), luma) == 0 && std::memcmp(a.alpha(), b.alpha(), luma) == 0 &&
         std::memcmp(a.u(), b.u(), luma / 4) == 0 && std::memcmp(a.v(), b.v(), luma / 4) == 0;
}

Rect place_of(const PlacedOverlay& overlay) {
  return {overlay.x, overlay.y, overlay.bitmap->width_px(), overlay.bitmap->height_px()};
}

bool lies_within(const Rect& inner, const Rect& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width &&
         inner.y + inner.height <= outer.y + outer.height;
}

}  // namespace gladi::test
