#include "ui/widgets/key_list.h"

#include <algorithm>
#include <string>

#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kName = 22;
constexpr float kNameGap = 4;
constexpr float kRow = 25;
constexpr float kKeys = 84;  // wide keys push their words aside
constexpr float kCapGap = 6;
constexpr float kLineGap = 4;

// "Ctrl+↑  Ctrl+↓" are two caps.
std::vector<std::string> caps_of(const std::string& keys) {
  std::vector<std::string> caps;
  for (size_t at = 0; at < keys.size();) {
    const size_t gap = std::min(keys.find("  ", at), keys.size());
    caps.push_back(keys.substr(at, gap - at));
    at = gap + 2;
  }
  return caps;
}

float indent_of(const Ui& ui, const KeyHelp& help) {
  float caps = 0;
  for (const std::string& cap : caps_of(ui.tr(help.keys))) caps += key_cap_width(ui, cap) + kCapGap;
  return std::max(kKeys, caps + kLineGap);
}

float row_height(const Ui& ui, const KeyHelp& help, float width) {
  const float room = width - indent_of(ui, help);
  return std::max(kRow, wrapped_height(ui, TextStyle::kLabel, ui.tr(help.what), room) + kLineGap);
}

}  // namespace

float key_list_height(const Ui& ui, KeyPlace place, float width, bool named) {
  float height = named ? kName + kNameGap : 0;
  for (const KeyHelp& help : keys_of(place)) height += row_height(ui, help, width);
  return height;
}

float draw_key_list(Ui& ui, const Box& box, KeyPlace place, bool named) {
  Box rest = box;
  if (named)
    draw_text_in(ui, rest.cut_top(kName, kNameGap), TextStyle::kLabelBold, ui.palette.mute,
                 ui.tr(name_of(place)));
  for (const KeyHelp& help : keys_of(place)) {
    Box row = rest.cut_top(row_height(ui, help, rest.w));
    float x = row.x;
    for (const std::string& cap : caps_of(ui.tr(help.keys)))
      x += key_cap(ui, x, row.y + kRow / 2, cap, ui.palette.text) + kCapGap;
    row.cut_left(indent_of(ui, help));
    draw_wrapped(ui, row.inset(0, kLineGap / 2), TextStyle::kLabel, ui.palette.text, ui.tr(help.what));
  }
  return rest.y - box.y;
}

}  // namespace gladi
