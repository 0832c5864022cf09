#include "studio/overlay/take_timer.h"

#include <cmath>

#include "studio/overlay/painter.h"

namespace gladi {

PlacedOverlay draw_take_timer(const std::string& text, const FeedLayout& layout, const FeedFonts& fonts) {
  const double scale = layout.timer_scale;
  const TextLook look{style::kTimerSize * scale, style::kHeavy, style::kWhite, true};
  const TextSize size = Painter(fonts, 2, 2).measure(text, look);
  const int width = static_cast<int>(std::ceil(size.width_px / 2 + style::kTimerPaddingX * scale)) * 2;
  const int height = static_cast<int>(std::ceil(size.height_px / 2 + style::kTimerPaddingY * scale)) * 2;
  Painter painter(fonts, width, height);
  painter.fill_rounded({0, 0, static_cast<double>(width), static_cast<double>(height)},
                       style::kTimerRadius * scale, style::kPill);
  painter.text((width - size.width_px) / 2, (height - size.height_px) / 2, text, look);
  return {painter.bitmap(), layout.timer_corner.x - width, layout.timer_corner.y};
}

}  // namespace gladi
