#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace gladi {

// Colours follow the screens' pictures; where those miss 4.5:1 the text or the fill is a little darker.
const Palette kLightPalette = {
    .background = rgb(0xFBF6EC),
    .panel = rgb(0xFFFFFF),
    .raised = rgb(0xF7F0E4),
    .line = rgb(0xE4DCCB),
    .track = rgb(0xE9E2D2),
    .text = rgb(0x1E2242),
    .mute = rgb(0x63677E),
    .logo = rgb(0x2B3478),
    .dot = rgb(0xE5383B),
    .key = rgb(0x63677E),
    .focus = rgb(0xE89A00),
    .scrim = {20, 22, 43, 150},
    .highlight = rgb(0x8A4B2A),
    .good = rgb(0x1F8F55),
    .warn = rgb(0xE89A00),
    .button = {rgb(0xFFFFFF), rgb(0x1E2242)},
    .primary = {rgb(0x2B3478), rgb(0xFFFFFF)},
    .red = {rgb(0xDB2F32), rgb(0xFFFFFF)},
    .field = {rgb(0xFFFFFF), rgb(0x1E2242)},
    .chip = {rgb(0xEEE8FA), rgb(0x2B3478)},
    .chip_good = {rgb(0xDDF3E6), rgb(0x17713F)},
    .chip_warn = {rgb(0xFFF0CF), rgb(0x8A5A00)},
    .chip_bad = {rgb(0xFFE0E0), rgb(0xB3191C)},
    .notice = {rgb(0xFFF0CF), rgb(0x5C3C00)},
    .tooltip = {rgb(0x1E2242), rgb(0xFFFFFF)},
};

const Palette kDarkPalette = {
    .background = rgb(0x14162B),
    .panel = rgb(0x1F2240),
    .raised = rgb(0x2C3058),
    .line = rgb(0x30345C),
    .track = rgb(0x30345C),
    .text = rgb(0xF3F1EA),
    .mute = rgb(0xA5A9C6),
    .logo = rgb(0xFFFFFF),
    .dot = rgb(0xE5383B),
    .key = rgb(0xC9CCE0),
    .focus = rgb(0xFFD37A),
    .scrim = {8, 9, 20, 170},
    .highlight = rgb(0xFFD37A),
    .good = rgb(0x38C172),
    .warn = rgb(0xE8B33A),
    .button = {rgb(0x2C3058), rgb(0xFFFFFF)},
    .primary = {rgb(0x4650A8), rgb(0xFFFFFF)},
    .red = {rgb(0xDB2F32), rgb(0xFFFFFF)},
    .field = {rgb(0x14162B), rgb(0xF3F1EA)},
    .chip = {rgb(0x2C3058), rgb(0xDADDF2)},
    .chip_good = {rgb(0x153A2A), rgb(0x7FE0A8)},
    .chip_warn = {rgb(0x3A2F12), rgb(0xFFD37A)},
    .chip_bad = {rgb(0x4A1C24), rgb(0xFFB3B3)},
    .notice = {rgb(0x3A2F12), rgb(0xF3F1EA)},
    .tooltip = {rgb(0xF3F1EA), rgb(0x1E2242)},
};

float guess_ui_scale(int display_height_px) {
  // 864 rows at 100 %: a 1366×768 laptop stays at 1, full HD becomes 1.25, 4K 2.5. Steps of a quarter look
  // even.
  const float steps = std::round(static_cast<float>(display_height_px) / 864.0F * 4.0F) / 4.0F;
  return std::clamp(steps, 1.0F, kLargestUiScale);
}

float fitting_ui_scale(float wanted, int width_px, int height_px) {
  const float roomy = std::min(static_cast<float>(width_px) / Metrics::kLeastWidth,
                               static_cast<float>(height_px) / Metrics::kLeastHeight);
  return std::clamp(std::min(wanted, roomy), kSmallestUiScale, kLargestUiScale);
}

namespace {
double linear(uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
double luminance(Rgba c) {
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}
}  // namespace

double contrast(Rgba a, Rgba b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace gladi
