// What who watches can say with a key while the take runs.
#include <imgui.h>

#include "ui/screens/studio/studio_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kGap = 14;
constexpr float kLine = 27;

void draw_words(Ui& ui, const Box& box, const StudioModel& model) {
  float x = box.x, y = box.y;
  for (int number = 1; number <= static_cast<int>(QuickWords::kCount); ++number) {
    const std::string key = "F" + std::to_string(number);
    const float cap = key_cap_width(ui, key) + 6;
    const std::string word =
        shortened(ui, TextStyle::kLabelBold, model.words.word(number, ui.language()), 150);
    const float width = cap + text_size(ui, TextStyle::kLabelBold, word).w;
    if (x > box.x && x + width > box.right()) {
      x = box.x;
      y += kLine;
    }
    if (y + kLine > box.bottom() + 2) return;
    key_cap(ui, x, y + kLine / 2, key, ui.palette.mute);
    draw_text_in(ui, {x + cap, y, width - cap + 4, kLine}, TextStyle::kLabelBold, ui.palette.text, word);
    x += width + kGap;
  }
}

}  // namespace

bool draw_live_words(Ui& ui, const Box& box, const StudioModel& model) {
  const bool held = model.phase == StudioModel::Phase::kRecording && ImGui::GetIO().KeyShift;
  ui.widgets.note("studio.live_words", held ? "shown" : "none");
  if (!held) return false;
  card(ui, box);
  draw_words(ui, box.inset(12, 8), model);
  return true;
}

void draw_just_said(Ui& ui, const Box& feed, const StudioModel& model) {
  if (model.just_said.empty()) return;
  const std::string words = std::string(icons::kComment) + " " + model.just_said;
  chip(ui, feed.middle_x() - chip_width(ui, words) / 2, feed.bottom() - kChipHeight - 12, words,
       ChipLook::kNeutral);
}

}  // namespace gladi
