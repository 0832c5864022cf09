// What is different between the two takes: time per part, answers. In words, without a judgement.
#include <imgui.h>

#include <algorithm>

#include "studio/text/format.h"
#include "ui/screens/compare/compare_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kTitle = 28;
constexpr float kRow = 38;
constexpr float kBar = 9;

// Two bars, one under the other: the earlier take above.
void draw_bars(Ui& ui, const Box& box, const ProductTimes& product, MediaTime longest) {
  const auto width = [&](MediaTime t) {
    return box.w * static_cast<float>(t.seconds() / std::max(longest.seconds(), 1.0));
  };
  const float middle = box.middle_y();
  if (product.before > MediaTime{})
    fill(ui, {box.x, middle - kBar - 1, std::max(3.0F, width(product.before)), kBar}, ui.palette.mute, 3);
  if (product.now > MediaTime{})
    fill(ui, {box.x, middle + 1, std::max(3.0F, width(product.now)), kBar}, ui.palette.primary.fill, 3);
}

std::optional<CompareIntent> draw_row(Ui& ui, Box row, const CompareModel& model, const ProductTimes& product,
                                      MediaTime longest, float words_width) {
  const int which = product.now > MediaTime{} ? 1 : 0;
  const AlignedStretch* stretch = model.alignment.find(which, product.key);
  bool hovered = false;
  const bool pressed = stretch != nullptr && press_area(ui, "compare.part." + product.key, row, 8, &hovered);
  if (hovered) fill(ui, row, ui.palette.raised, 8);
  row = row.inset(8, 0);
  draw_text_in(ui, row.cut_left(std::min(180.0F, row.w * 0.3F), 10), TextStyle::kLabel, ui.palette.text,
               product.title.in(ui.language()));
  draw_text_in(ui, row.cut_right(words_width, 10), TextStyle::kLabel, ui.palette.mute,
               ui.tr(words_of(product)), Align::kRight);
  draw_bars(ui, row, product, longest);
  if (pressed) return compare::Seek{which, stretch->start};
  return {};
}

void draw_legend(Ui& ui, Box line) {
  const auto entry = [&](Rgba colour, const std::string& words) {
    fill(ui, {line.x, line.middle_y() - 4, 18, 8}, colour, 3);
    line.cut_left(24);
    line.cut_left(draw_text_in(ui, line, TextStyle::kCaption, ui.palette.mute, words), 18);
  };
  entry(ui.palette.mute, ui.tr("then"));
  entry(ui.palette.primary.fill, ui.tr("now"));
}

std::optional<CompareIntent> draw_rows(Ui& ui, Box box, const CompareModel& model) {
  std::optional<CompareIntent> intent;
  MediaTime longest;
  float words = 0;
  for (const ProductTimes& product : model.comparison.products) {
    longest = std::max({longest, product.before, product.now});
    words = std::max(words, text_size(ui, TextStyle::kLabel, ui.tr(words_of(product))).w + 2);
  }
  words = std::min(words, box.w * 0.42F);
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::BeginChild("parts", {box.w, box.h}, false, ImGuiWindowFlags_NoBackground);
  const float height = static_cast<float>(model.comparison.products.size()) * kRow;
  const float scroll_bar = height > box.h ? 14.0F : 0.0F;
  const float begin = box.y - ImGui::GetScrollY();
  Box rest{box.x, begin, box.w - scroll_bar, height};
  for (const ProductTimes& product : model.comparison.products) {
    if (auto other = draw_row(ui, rest.cut_top(kRow), model, product, longest, words)) intent = other;
  }
  ImGui::SetCursorScreenPos({box.x, begin});
  ImGui::Dummy({1, height});
  ImGui::EndChild();
  return intent;
}

}  // namespace

std::optional<CompareIntent> draw_differences(Ui& ui, const Box& box, const CompareModel& model) {
  card(ui, box);
  Box rest = box.inset(ui.area.w < 1200 ? 14 : 22, 16);
  const Palette& p = ui.palette;
  draw_text_in(ui, rest.cut_top(kTitle, 6), TextStyle::kTitle, p.text, ui.tr("Time per product"));
  if (model.results_wait) {
    draw_wrapped(ui, rest, TextStyle::kBody, p.text, ui.tr(*model.results_wait));
    return {};
  }
  float replies = kTitle + 6;
  std::vector<std::string> lines;
  for (const Message& words : words_of_replies(model.comparison)) {
    lines.push_back(ui.tr(words));
    replies += wrapped_height(ui, TextStyle::kBody, lines.back(), rest.w) + 4;
  }
  Box below = rest.cut_bottom(replies, 12);
  draw_legend(ui, rest.cut_bottom(20, 8));
  std::optional<CompareIntent> intent = draw_rows(ui, rest, model);
  draw_text_in(ui, below.cut_top(kTitle, 6), TextStyle::kTitle, p.text, ui.tr("Questions of the viewers"));
  for (const std::string& line : lines)
    draw_wrapped(ui, below.cut_top(wrapped_height(ui, TextStyle::kBody, line, below.w), 4), TextStyle::kBody,
                 p.text, line);
  return intent;
}

}  // namespace gladi
