// Bitmaps that lie over the camera's picture: made by whoever knows what to show, blended by the compositor.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "encoder/program/canvas.h"

namespace gladi {

// Y, U, V and alpha in the canvas's colour, straight alpha (libyuv blends un-premultiplied colour), chroma
// averaged by alpha so that transparent neighbours don't discolour edges. Width and height are even.
// Immutable and shared: made once per change, on the thread of whoever draws it, never on the program thread.
class OverlayBitmap {
 public:
  // From premultiplied 32-bit ARGB in native byte order, as Cairo's CAIRO_FORMAT_ARGB32 gives it. Odd sizes
  // are padded with transparency.
  static std::shared_ptr<const OverlayBitmap> from_argb(const uint8_t* pixels, int stride_bytes, int width_px,
                                                        int height_px);

  int width_px() const { return width_px_; }
  int height_px() const { return height_px_; }
  const uint8_t* y() const { return y_.data(); }          // stride: width
  const uint8_t* u() const { return u_.data(); }          // stride: width / 2
  const uint8_t* v() const { return v_.data(); }          // stride: width / 2
  const uint8_t* alpha() const { return alpha_.data(); }  // stride: width
  bool opaque() const { return opaque_; }                 // copied instead of blended

 private:
  OverlayBitmap() = default;
  int width_px_ = 0;
  int height_px_ = 0;
  bool opaque_ = false;
  std::vector<uint8_t> y_, u_, v_, alpha_;
};

struct PlacedOverlay {
  std::shared_ptr<const OverlayBitmap> bitmap;
  int x = 0;  // rounded down to even; parts outside the canvas are cut off
  int y = 0;
  friend bool operator==(const PlacedOverlay&, const PlacedOverlay&) = default;
};

// What lies over the camera, bottom first. A new plan replaces the old one whole: the program thread never
// sees half a change.
using OverlayPlan = std::vector<PlacedOverlay>;

}  // namespace gladi
