#include "ui/widgets/header_buttons.h"

#include "ui/theme/icons.h"

namespace gladi {
namespace {

constexpr float kPadding = 14;
constexpr float kBackGap = 18, kGap = 12;
constexpr float kLongestNext = 220, kLongestNextName = 90;
constexpr float kNarrow = 1200;  // below it an icon stands for words

}  // namespace

bool header_button(Ui& ui, const std::string& name, Box& rest, const ButtonSpec& spec, bool right) {
  const float width = button_width(ui, spec, kPadding);
  const Box cut = right ? rest.cut_right(width, kGap) : rest.cut_left(width, kBackGap);
  return button(
      ui, name,
      {cut.x, rest.y + (rest.h - Metrics::kSmallButtonHeight) / 2, cut.w, Metrics::kSmallButtonHeight}, spec);
}

bool back_button(Ui& ui, const std::string& screen, Box& rest, const char* where, bool by_key) {
  const ButtonSpec back{.label = where, .icon = icons::kBack, .key = cap_of(ui, Key::kBack)};
  const bool pressed = header_button(ui, screen + ".back", rest, back, false);
  return pressed || (by_key && key_pressed(Key::kBack));
}

bool lock_button(Ui& ui, const std::string& name, Box& rest, const std::string& trainer, float name_width) {
  const std::string tooltip = ui.tr("{0} is in trainer mode: leave it", {trainer});
  const ButtonSpec lock{
      .label = name_width > 0
                   ? ui.tr("Lock ({0})", {shortened(ui, TextStyle::kBodyBold, trainer, name_width)})
                   : std::string(ui.tr("Lock")),
      .icon = icons::kPeople,
      .tooltip = tooltip.c_str()};
  return header_button(ui, name, rest, lock);
}

bool next_person_button(Ui& ui, const std::string& screen, Box& rest, const std::string& name,
                        ButtonLook look) {
  if (name.empty()) return false;
  const std::string words = ui.tr("Next: {0}", {name});
  const bool narrow = ui.area.w < kNarrow;
  const ButtonSpec next{.label = narrow ? shortened(ui, TextStyle::kBodyBold, name, kLongestNextName)
                                        : shortened(ui, TextStyle::kBodyBold, words, kLongestNext),
                        .icon = narrow ? icons::kNext : nullptr,
                        .key = cap_of(ui, Key::kNextPerson),
                        .look = look,
                        .tooltip = words.c_str()};
  return header_button(ui, screen + ".next_person", rest, next) || key_pressed(Key::kNextPerson);
}

}  // namespace gladi
