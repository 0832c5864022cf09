// The things on a screen that a person presses, reads and types into. Each takes its place; screens do the
// layout.
//
// `name` is unique on its screen; it is the ImGui id and the name in the WidgetRegistry ("home.start").
// Everything that can be pressed shows a ring while the keyboard is on it.
#pragma once

#include <string>

#include "ui/widgets/text.h"
#include "ui/widgets/texture_ref.h"
#include "ui/widgets/ui.h"

namespace gladi {

enum class ButtonLook { kNormal, kPrimary, kRed, kDashed, kPlain };

struct ButtonSpec {
  std::string label;
  const char* icon = nullptr;  // from icons.h, before the label
  const char* key = nullptr;   // key cap after the label: "F9", "←"
  ButtonLook look = ButtonLook::kNormal;
  TextStyle style = TextStyle::kBodyBold;
  float radius = Metrics::kButtonRadius;
  bool enabled = true;
  const char* tooltip = nullptr;  // translated
};

// How wide the button must be for its label.
float button_width(const Ui& ui, const ButtonSpec& spec, float padding = Metrics::kButtonPadding);
// True when pressed: by mouse, or by Enter or Space while the keyboard is on it.
bool button(Ui& ui, const std::string& name, const Box& box, const ButtonSpec& spec);

// An area without a look of its own that can be pressed (a card, a row); `hovered` may be null.
bool press_area(Ui& ui, const std::string& name, const Box& box, float radius, bool* hovered = nullptr);

void card(Ui& ui, const Box& box);  // a panel with a border
void card(Ui& ui, const Box& box, Rgba fill, Rgba line, float border = Metrics::kBorder);
void fill(Ui& ui, const Box& box, Rgba colour, float radius = 0);

// A small coloured label; returns its width. `right`: its right edge is at x.
enum class ChipLook { kNeutral, kGood, kWarn, kBad };
float chip(Ui& ui, float x, float y, const std::string& text, ChipLook look, bool right = false);
float chip_width(const Ui& ui, const std::string& text);
constexpr float kChipHeight = 25;

// A key cap; returns its width.
float key_cap(Ui& ui, float x, float middle_y, const std::string& key, Rgba colour);
float key_cap_width(const Ui& ui, const std::string& key);

// A bar filled to `share` (0..1).
void bar(Ui& ui, const Box& box, float share, Rgba colour);
// A level bar from −60 to 0 dBFS: green, amber from −12, red from −3 dBFS.
void level_bar(Ui& ui, const Box& box, float peak_dbfs);

// A tick with a label; true when it was changed.
bool tick_box(Ui& ui, const std::string& name, const Box& box, const std::string& label, bool* on);

// A one-line text field; true when the text changed. `focus`: takes the keyboard in this frame. `entered`
// (may be null): Enter was pressed in it. `max_letters`: more can't be typed or pasted; 0: as many as one
// likes.
bool text_field(Ui& ui, const std::string& name, const Box& box, const std::string& hint, std::string* text,
                bool focus = false, bool* entered = nullptr, size_t max_letters = 0);

// The same for a PIN: digits only, and nobody sees them.
bool pin_field(Ui& ui, const std::string& name, const Box& box, const std::string& hint, std::string* digits,
               size_t most_digits, bool focus = false, bool* entered = nullptr);

// Draws a texture so that it fills the box (what sticks out is cut off) or fits into it whole; without a
// texture a calm dark area. `focus_y`: which part stays, 0 top to 1 bottom.
enum class PictureFit { kFill, kWhole };
struct PictureSpec {
  PictureFit fit = PictureFit::kFill;
  bool mirrored = false;
  float radius = Metrics::kPictureRadius;
  float focus_y = 0.5F;
};
void picture(Ui& ui, const Box& box, const TextureRef& texture, const PictureSpec& spec = {});

// Where the texture lies in the box when it is shown whole.
Box picture_place(const Box& box, const TextureRef& texture);

// A product's photo; a calm sign where there is none, or it is still being read.
void photo(Ui& ui, const Box& box, const TextureRef& texture, float radius = Metrics::kPhotoRadius);

// The header that all screens share: panel, border, logo and the help's button ("app.help"). Returns what is
// free, between them and the right padding.
Box header(Ui& ui);

}  // namespace gladi
