#include "ui/widgets/key_list.h"

#include <string>

#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kRow = 25;
constexpr float kKeys = 92;  // wide keys push their words aside
constexpr float kCapGap = 6;

// "Ctrl+↑  Ctrl+↓" as two caps; returns where they end.
float draw_caps(Ui& ui, float x, float middle_y, const std::string& keys) {
  for (size_t at = 0; at < keys.size();) {
    const size_t gap = keys.find("  ", at);
    const std::string key = keys.substr(at, gap == std::string::npos ? gap : gap - at);
    x += key_cap(ui, x, middle_y, key, ui.palette.text) + kCapGap;
    at = gap == std::string::npos ? keys.size() : gap + 2;
  }
  return x;
}

}  // namespace

float draw_key_list(Ui& ui, const Box& box, KeyPlace place) {
  Box rest = box;
  draw_text_in(ui, rest.cut_top(22, 4), TextStyle::kLabelBold, ui.palette.mute, ui.tr(name_of(place)));
  for (const KeyHelp& help : keys_of(place)) {
    const float caps_end = draw_caps(ui, rest.x, rest.y + kRow / 2, ui.tr(help.keys));
    const float indent = std::max(kKeys, caps_end - rest.x + 4);
    const std::string words = ui.tr(help.what);
    const float height = std::max(kRow, wrapped_height(ui, TextStyle::kLabel, words, rest.w - indent) + 4);
    Box row = rest.cut_top(height);
    row.cut_left(indent);
    draw_wrapped(ui, row.inset(0, 2), TextStyle::kLabel, ui.palette.text, words);
  }
  return rest.y - box.y;
}

}  // namespace gladi
