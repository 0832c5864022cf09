#include "studio/overlay/practice_mark.h"

#include <algorithm>
#include <cmath>

#include "studio/overlay/painter.h"

namespace gladi {
namespace {

constexpr double kSizeShare = 0.042;  // of the canvas's shorter side: legible on a phone
constexpr double kLeftShare = 0.04, kTopShare = 0.12;

int even(double pixels) {
  return static_cast<int>(std::ceil(pixels / 2)) * 2;
}

}  // namespace

PlacedOverlay draw_practice_mark(const Canvas& canvas, const FeedFonts& fonts) {
  const double size = kSizeShare * std::min(canvas.width_px, canvas.height_px);
  const TextLook look{size, style::kSemiBold, style::kWhite};
  const TextSize text = Painter(fonts, 2, 2).measure(kPracticeMark, look);
  const int width = even(text.width_px + size * 1.2), height = even(text.height_px + size * 0.5);
  Painter painter(fonts, width, height);
  painter.fill_rounded({0, 0, static_cast<double>(width), static_cast<double>(height)}, height / 2.0,
                       style::kPill);
  painter.text((width - text.width_px) / 2, (height - text.height_px) / 2, kPracticeMark, look);
  return {painter.bitmap(), even(kLeftShare * canvas.width_px), even(kTopShare * canvas.height_px)};
}

}  // namespace gladi
