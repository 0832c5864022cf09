// How Gladi looks: every colour, radius and size that a screen uses. The one place to change them.
//
// Sizes are in dp: one dp is one pixel at a UI scale of 100 %. Screens know dp only; the renderer scales.
#pragma once

#include <cstdint>

namespace gladi {

struct Rgba {
  uint8_t r = 0, g = 0, b = 0, a = 255;

  constexpr uint32_t packed() const {  // as ImGui's ImU32
    return static_cast<uint32_t>(r) | static_cast<uint32_t>(g) << 8 | static_cast<uint32_t>(b) << 16 |
           static_cast<uint32_t>(a) << 24;
  }
  constexpr Rgba with_alpha(uint8_t alpha) const { return {r, g, b, alpha}; }
  friend constexpr bool operator==(Rgba, Rgba) = default;
};

constexpr Rgba rgb(uint32_t hex) {
  return {static_cast<uint8_t>(hex >> 16), static_cast<uint8_t>(hex >> 8), static_cast<uint8_t>(hex), 255};
}

// A text colour and what lies behind it. theme_test checks each pair for a contrast of 4.5:1.
struct Pair {
  Rgba fill;
  Rgba text;
};

struct Palette {
  Rgba background;  // behind everything
  Rgba panel;       // cards and the header
  Rgba raised;      // on a card: list rows, notes
  Rgba line;        // borders of cards and buttons
  Rgba track;       // empty part of bars
  Rgba text;
  Rgba mute;  // secondary text
  Rgba logo;
  Rgba dot;         // the red dot of the logo and of recording
  Rgba key;         // key caps on ordinary buttons
  Rgba focus;       // ring around what the keyboard is on
  Rgba scrim;       // over the screen while a sheet is open
  Rgba highlight;   // text that must be seen: prices
  Rgba good, warn;  // bars
  Pair button;      // ordinary
  Pair primary;     // chosen, or what to do next
  Pair red;         // record, stop, delete
  Pair field;       // text fields
  Pair chip;        // neutral
  Pair chip_good, chip_warn, chip_bad;
  Pair notice;  // a band that asks for attention
  Pair tooltip;
};

extern const Palette kLightPalette;  // around the work
extern const Palette kDarkPalette;   // while rehearsing

struct Metrics {
  static constexpr float kHeaderHeight = 64;
  static constexpr float kHeaderPadding = 24;
  static constexpr float kCardRadius = 16;
  static constexpr float kButtonRadius = 12;
  static constexpr float kPictureRadius = 14;
  static constexpr float kPhotoRadius = 10;
  static constexpr float kKeyRadius = 6;
  static constexpr float kBorder = 1.5F;
  static constexpr float kChosenBorder = 3;
  static constexpr float kButtonHeight = 46;
  static constexpr float kSmallButtonHeight = 38;
  static constexpr float kBigButtonHeight = 70;
  static constexpr float kButtonPadding = 20;
  static constexpr float kGap = 12;
  static constexpr float kScreenPadding = 16;
  static constexpr float kSheetWidth = 560;
  // The smallest room, in dp, that every screen fits into; the UI scale never leaves less.
  static constexpr float kLeastWidth = 1024;
  static constexpr float kLeastHeight = 700;
};

// UI scales a person may choose; 0 in the settings means "as fits the display".
constexpr float kSmallestUiScale = 0.8F;
constexpr float kLargestUiScale = 2.5F;

// A good guess for a display of this size: it can't be asked for (SDL_GetDisplayDPI can't be relied on).
float guess_ui_scale(int display_height_px);

// What is used of the wanted scale in a window of this size, so that nothing important leaves the window.
float fitting_ui_scale(float wanted, int width_px, int height_px);

// WCAG 2.1 contrast ratio of two opaque colours: 1 to 21.
double contrast(Rgba a, Rgba b);

}  // namespace gladi
