// The sheet in which a trainer chooses the rubric, and reads what is wrong with those that can't be used.
#include <imgui.h>

#include <algorithm>

#include "ui/screens/review/review_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kRow = 54;
constexpr float kFaults = 132;  // room for them; more scroll

std::vector<std::string> faults_in_words(const Ui& ui, const RubricChoice& choice) {
  std::vector<std::string> lines;
  for (const Message& problem : choice.problems) lines.push_back(ui.tr(problem));
  for (const Fault& fault : choice.faults) {
    lines.push_back(ui.tr("{0}, line {1}: {2}",
                          {fault.file.filename().string(), std::to_string(fault.line), ui.tr(fault.reason)}));
  }
  return lines;
}

void draw_faults(Ui& ui, const Box& box, const RubricChoice& choice) {
  fill(ui, box, ui.palette.chip_warn.fill, 10);
  const Box inner = box.inset(12, 8);
  ImGui::SetCursorScreenPos({inner.x, inner.y});
  ImGui::BeginChild("rubric.faults", {inner.w, inner.h}, false, ImGuiWindowFlags_NoBackground);
  const float begin = inner.y - ImGui::GetScrollY(), width = inner.w - 14;
  float y = begin;
  for (const std::string& line : faults_in_words(ui, choice)) {
    const float height = wrapped_height(ui, TextStyle::kLabel, line, width);
    draw_wrapped(ui, {inner.x, y, width, height}, TextStyle::kLabel, ui.palette.chip_warn.text, line);
    y += height + 6;
  }
  ImGui::SetCursorScreenPos({inner.x, begin});
  ImGui::Dummy({1, y - begin});
  ImGui::EndChild();
}

std::optional<ReviewIntent> draw_question(Ui& ui, Box box, const ReviewModel& model, ReviewView& view) {
  Box row = box.cut_bottom(Metrics::kButtonHeight, 12);
  const std::string whole = ui.tr("Your scores by “{0}” are given up then: {1}.",
                                  {model.rubric.name.in(ui.language()), std::to_string(model.scores.size())});
  draw_wrapped(ui, box, TextStyle::kBody, ui.palette.text, whole);
  const ButtonSpec go{.label = ui.tr("Use the other rubric"), .look = ButtonLook::kRed};
  const ButtonSpec keep{.label = ui.tr("Keep"), .key = "Esc"};
  if (button(ui, "review.rubrics.yes", row.cut_right(button_width(ui, go), 12), go)) {
    view.choosing_rubric = false;
    return review::ChooseRubric{std::exchange(view.new_rubric, {})};
  }
  if (button(ui, "review.rubrics.no", row.cut_right(button_width(ui, keep)), keep)) view.new_rubric.clear();
  return {};
}

}  // namespace

std::optional<ReviewIntent> draw_rubric_sheet(Ui& ui, const ReviewModel& model, ReviewView& view) {
  const RubricChoice& choice = model.choice;
  const bool asking = !view.new_rubric.empty();
  const auto rows = static_cast<float>(std::min<size_t>(choice.rubrics.size(), 5));
  const float height =
      asking ? 210 : 210 + Metrics::kButtonHeight + rows * kRow + (choice.faulty() ? kFaults + 12 : 0);
  SheetScope sheet(ui, "review.rubrics", asking ? ui.tr("Another rubric?") : ui.tr("Which rubric?"), height);
  if (sheet.closed()) {
    view.choosing_rubric = asking;
    view.new_rubric.clear();
  }
  if (!sheet.open()) return {};
  Box box = sheet.box();
  if (asking) return draw_question(ui, box, model, view);
  std::optional<ReviewIntent> intent;
  Box below = box.cut_bottom(Metrics::kButtonHeight, 12);
  const ButtonSpec close{.label = ui.tr("Close"), .key = "Esc"};
  if (button(ui, "review.rubrics.close", below.cut_right(button_width(ui, close)), close))
    view.choosing_rubric = false;
  const std::string where =
      ui.tr("Own rubrics are text files in {0}; one that comes with Gladi shows how they are written.",
            {choice.folder});
  draw_wrapped(ui, box.cut_top(wrapped_height(ui, TextStyle::kLabel, where, box.w), 12), TextStyle::kLabel,
               ui.palette.mute, where);
  if (choice.faulty()) draw_faults(ui, box.cut_bottom(kFaults, 12), choice);
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::BeginChild("rubrics", {box.w, box.h}, false, ImGuiWindowFlags_NoBackground);
  const float begin = box.y - ImGui::GetScrollY();
  Box rest{box.x, begin, box.w - 14, static_cast<float>(choice.rubrics.size()) * kRow};
  for (const Rubric& rubric : choice.rubrics) {
    const bool chosen = rubric.id == model.rubric.id;
    const ButtonSpec spec{
        .label = shortened(ui, TextStyle::kBodyBold, rubric.name.in(ui.language()), rest.w - 200) + " · " +
                 ui.tr_n("{0} criterion", "{0} criteria", static_cast<int64_t>(rubric.criteria.size())),
        .icon = chosen ? icons::kCheck : nullptr,
        .look = chosen ? ButtonLook::kPrimary : ButtonLook::kNormal,
        .enabled = model.may_score()};
    if (!button(ui, "review.rubrics." + rubric.id, rest.cut_top(kRow - 8, 8), spec)) continue;
    if (!chosen && !model.scores.empty()) {
      view.new_rubric = rubric.id;
    } else {
      view.choosing_rubric = false;
      if (!chosen) intent = review::ChooseRubric{rubric.id};
    }
  }
  ImGui::SetCursorScreenPos({box.x, begin});
  ImGui::Dummy({1, static_cast<float>(choice.rubrics.size()) * kRow});
  ImGui::EndChild();
  return intent;
}

}  // namespace gladi
