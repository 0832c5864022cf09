// Draws one overlay: a transparent surface, shapes, pictures and text on it, and the bitmap that the engine
// blends.
#pragma once

#include <memory>
#include <string>

#include "encoder/file/image.h"
#include "encoder/program/overlay.h"
#include "studio/overlay/feed_fonts.h"
#include "studio/overlay/style.h"

namespace gladi {

struct RectF {
  double x = 0, y = 0, width = 0, height = 0;
};

struct TextLook {
  double size_px = 24;
  int weight = style::kMedium;
  Paint colour;
  bool tabular = false;  // all digits equally wide
  bool struck = false;
  double max_width_px = 0;  // 0: as wide as it is; what doesn't fit ends in an ellipsis
  int max_lines = 1;
  int lead_bytes = 0;  // so many bytes at the front are bold and in `lead_colour`: who says it
  Paint lead_colour;
};

struct TextSize {
  double width_px = 0;
  double height_px = 0;
};

// One thread at a time, the one that uses `fonts`, which must outlive the painter. Coordinates in px from the
// upper left. Should Cairo run out of memory, drawing does nothing and bitmap() is null.
class Painter {
 public:
  Painter(const FeedFonts& fonts, int width_px, int height_px);
  ~Painter();
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  void fill_rounded(const RectF& rect, double radius, const Paint& colour);
  // From `top` to `bottom` colour over the whole surface.
  void fill_gradient(const Paint& top, const Paint& bottom);
  // A soft shadow of `rect`; it ends two sigma out.
  void shadow(const RectF& rect, double sigma, const Paint& colour);
  // Everything inside becomes transparent again.
  void clear_rounded(const RectF& rect, double radius);
  void heart(const RectF& rect, const Paint& colour);
  // An opaque image, scaled to fill `rect`; what sticks out is cut off evenly.
  void image(const RectF& rect, double radius, const Image& image);

  // Plain text, never markup; broken UTF-8 shows replacement characters.
  TextSize measure(const std::string& text, const TextLook& look) const;
  TextSize text(double x, double y, const std::string& text, const TextLook& look);

  // The whole surface, of which every pixel has been filled; empty when memory ran out.
  Image opaque_image() const;
  std::shared_ptr<const OverlayBitmap> bitmap() const;
  // A part of it; even-aligned and inside the surface.
  std::shared_ptr<const OverlayBitmap> bitmap(const Rect& part) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
