#include "ui/screens/progress/progress_screen.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "studio/text/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/header_buttons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kGap = 14;
constexpr float kLeastCardWidth = 380, kCardHeight = 224;
constexpr float kPoint = 24;  // what can be pressed
constexpr float kDot = 6;

std::optional<ProgressIntent> draw_header(Ui& ui, const ProgressModel& model) {
  std::optional<ProgressIntent> intent;
  Box rest = header(ui);
  if (back_button(ui, "progress", rest, ui.tr("Recordings"))) intent = progress::GoBack{};
  if (model.points.size() > 1) {
    const ButtonSpec compare{.label = ui.tr("Compare the last two"), .icon = icons::kCompare};
    if (header_button(ui, "progress.compare", rest, compare)) intent = progress::Compare{};
  }
  if (!model.class_name.empty()) {
    const ButtonSpec whole{.label = ui.area.w < 1200 ? "" : ui.tr("The class"),
                           .icon = icons::kPeople,
                           .look = model.of_class ? ButtonLook::kPrimary : ButtonLook::kNormal,
                           .tooltip = ui.tr("How the class spreads, without names")};
    if (header_button(ui, "progress.class", rest, whole)) intent = progress::ShowClass{!model.of_class};
  }
  const std::string count =
      model.of_class ? ui.tr_n("{0} person", "{0} people", static_cast<int64_t>(model.class_people))
                     : ui.tr_n("{0} take", "{0} takes", static_cast<int64_t>(model.points.size()));
  const Box chip_box = rest.cut_right(chip_width(ui, count), 16);
  chip(ui, chip_box.x, chip_box.middle_y() - kChipHeight / 2, count, ChipLook::kNeutral);
  const std::string& name = model.of_class ? model.class_name : model.person_name;
  draw_text_in(ui, rest, TextStyle::kTitle, ui.palette.text,
               shortened(ui, TextStyle::kTitle, ui.tr("Progress of {0}", {name}), rest.w));
  return intent;
}

// Places the values of one chart in its box.
class Plot {
 public:
  Plot(const Box& box, const ProgressChart& chart)
      : box_(box.inset(kPoint / 2)), count_(chart.values.size()) {
    low_ = chart.lowest;
    high_ = chart.highest;
    for (const std::optional<double>& value : chart.values) {
      if (!value) continue;
      low_ = std::min(low_, *value);
      high_ = std::max(high_, *value);
    }
    for (const std::optional<Spread>& spread : chart.spreads) {
      if (!spread) continue;
      low_ = std::min(low_, spread->lower);
      high_ = std::max(high_, spread->upper);
    }
  }
  ImVec2 at(size_t index, double value) const {
    const float across = count_ < 2 ? 0.5F : static_cast<float>(index) / static_cast<float>(count_ - 1);
    return {box_.x + across * box_.w, y(value)};
  }
  float y(double value) const {
    const double share = (value - low_) / std::max(high_ - low_, 1e-9);
    return box_.bottom() - static_cast<float>(share) * box_.h;
  }
  double low() const { return low_; }
  double high() const { return high_; }
  // Points of many takes share the room.
  float press_width() const {
    return count_ < 2 ? kPoint : std::clamp(box_.w / static_cast<float>(count_ - 1), 6.0F, kPoint);
  }

 private:
  const Box box_;
  const size_t count_;
  double low_ = 0, high_ = 1;
};

void draw_tooltip(Ui& ui, const ProgressModel& model, const ProgressChart& chart, size_t index) {
  std::string words = chart.words[index] + " · ";
  if (model.of_class) {
    words += ui.tr("Rehearsal {0}: the middle of {1} people",
                   {std::to_string(index + 1), std::to_string(chart.spreads[index]->count)});
  } else {
    const ProgressPoint& point = model.points[index];
    words += format_date_time(point.started_at, ui.language()) + "\n" + point.title;
  }
  ImGui::PushStyleColor(ImGuiCol_PopupBg, ui.palette.tooltip.fill.packed());
  ImGui::PushStyleColor(ImGuiCol_Text, ui.palette.tooltip.text.packed());
  ImGui::SetTooltip("%s", words.c_str());
  ImGui::PopStyleColor(2);
}

// Half of the class lies in the boxes.
void draw_spreads(Ui& ui, const Plot& plot, const ProgressChart& chart) {
  constexpr float kWidth = 14;
  for (size_t i = 0; i < chart.spreads.size(); ++i) {
    const std::optional<Spread>& spread = chart.spreads[i];
    if (!spread) continue;
    const ImVec2 upper = plot.at(i, spread->upper);
    const float height = std::max(2.0F, plot.y(spread->lower) - upper.y);
    fill(ui, {upper.x - kWidth / 2, upper.y, kWidth, height}, ui.palette.primary.fill.with_alpha(70), 3);
  }
}

std::optional<ProgressIntent> draw_plot(Ui& ui, const Box& box, const ProgressModel& model,
                                        const ProgressChart& chart) {
  std::optional<ProgressIntent> intent;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Plot plot(box, chart);
  if (chart.band) {
    const float top = plot.y(std::min(chart.band->to, plot.high()));
    fill(ui, {box.x, top, box.w, plot.y(std::max(chart.band->from, plot.low())) - top},
         ui.palette.chip_good.fill, 4);
  }
  for (const double line : {plot.low(), plot.high()})
    fill(ui, {box.x, plot.y(line) - 0.5F, box.w, 1}, ui.palette.line);
  draw_spreads(ui, plot, chart);
  std::optional<ImVec2> before;
  for (size_t i = 0; i < chart.values.size(); ++i) {
    if (!chart.values[i]) continue;
    const ImVec2 here = plot.at(i, *chart.values[i]);
    if (before) list.AddLine(*before, here, ui.palette.primary.fill.packed(), 2.5F);
    before = here;
  }
  size_t last = chart.values.size();
  for (size_t i = 0; i < chart.values.size(); ++i) {
    if (!chart.values[i]) continue;
    last = i;
    const ImVec2 here = plot.at(i, *chart.values[i]);
    const float width = plot.press_width();
    bool hovered = false;
    const Box place{here.x - width / 2, here.y - kPoint / 2, width, kPoint};
    const std::string name = "progress." + chart.id + "." + std::to_string(i);
    if (press_area(ui, name, place, kPoint / 2, &hovered) && !model.of_class)
      intent = progress::OpenTake{model.points[i].folder};
    list.AddCircleFilled(here, hovered ? kDot + 2 : kDot, ui.palette.primary.fill.packed());
    if (hovered) draw_tooltip(ui, model, chart, i);
  }
  if (last == chart.values.size()) {
    draw_text_in(ui, box, TextStyle::kLabel, ui.palette.mute, ui.tr("nothing yet"), Align::kCentre);
    return intent;
  }
  // The last value in words, above or below its point.
  const ImVec2 at = plot.at(last, *chart.values[last]);
  const float width = text_size(ui, TextStyle::kLabelBold, chart.words[last]).w;
  const float y = at.y - 30 < box.y ? at.y + 10 : at.y - 30;
  draw_text(ui, std::clamp(at.x - width / 2, box.x, box.right() - width), y, TextStyle::kLabelBold,
            ui.palette.text, chart.words[last]);
  return intent;
}

std::optional<ProgressIntent> draw_chart(Ui& ui, const Box& box, const ProgressModel& model,
                                         const ProgressChart& chart) {
  card(ui, box);
  Box inner = box.inset(16, 12);
  draw_text_in(ui, inner.cut_top(24, 4), TextStyle::kBodyBold, ui.palette.text, chart.title);
  draw_text_in(ui, inner.cut_bottom(20), TextStyle::kCaption, ui.palette.mute, chart.trend);
  Box dates = inner.cut_bottom(20, 2);
  if (model.of_class && !chart.values.empty()) {
    draw_text_in(ui, dates, TextStyle::kCaption, ui.palette.mute, ui.tr("Rehearsal {0}", {"1"}));
    if (chart.values.size() > 1)
      draw_text_in(ui, dates, TextStyle::kCaption, ui.palette.mute,
                   ui.tr("Rehearsal {0}", {std::to_string(chart.values.size())}), Align::kRight);
  } else if (!model.points.empty()) {
    draw_text_in(ui, dates, TextStyle::kCaption, ui.palette.mute,
                 format_date(model.points.front().started_at, ui.language()));
    if (model.points.size() > 1)
      draw_text_in(ui, dates, TextStyle::kCaption, ui.palette.mute,
                   format_date(model.points.back().started_at, ui.language()), Align::kRight);
  }
  return draw_plot(ui, inner, model, chart);
}

}  // namespace

std::optional<ProgressIntent> draw_progress(Ui& ui, const ProgressModel& model) {
  const ScreenScope screen(ui, "progress");
  const std::vector<ProgressChart>& shown = model.of_class ? model.class_charts : model.charts;
  ui.widgets.note("progress.state", model.loading ? "loading" : "there");
  ui.widgets.note("progress.points", std::to_string(model.points.size()));
  ui.widgets.note("progress.charts", std::to_string(shown.size()));
  std::optional<ProgressIntent> intent = draw_header(ui, model);
  Box content = ui.area;
  content.cut_top(Metrics::kHeaderHeight);
  content = content.inset(24, 14);
  ui.widgets.note("progress.unrated", std::to_string(model.unrated));
  const std::string waiting =
      model.unrated == 0
          ? std::string()
          : ui.tr_n(
                "{0} rehearsal comes here once you have said how you found it: open it, then press H.",
                "{0} rehearsals come here once you have said how you found them: open each, then press H.",
                model.unrated);
  ui.widgets.note("progress.measuring", model.measuring.empty() ? "none" : model.measuring);
  if (!model.measuring.empty())  // below: no point moves away from under the mouse when the line goes
    draw_text_in(ui, content.cut_bottom(22, 4), TextStyle::kLabel, ui.palette.mute, model.measuring);
  if (model.points.empty()) {
    const std::string words = model.loading ? std::string(ui.tr("Reading the rehearsals…"))
                              : waiting.empty()
                                  ? std::string(ui.tr("No rehearsal of 20 seconds or more yet."))
                                  : waiting;
    draw_text_in(ui, content, TextStyle::kBody, ui.palette.mute, words, Align::kCentre);
    return intent;
  }
  if (!waiting.empty())
    draw_text_in(ui, content.cut_bottom(22, 4), TextStyle::kLabel, ui.palette.mute, waiting);
  ImGui::SetCursorScreenPos({content.x, content.y});
  ImGui::BeginChild("charts", {content.w, content.h}, false, ImGuiWindowFlags_NoBackground);
  const float usable = content.w - 16;
  const int in_row = std::max(1, static_cast<int>((usable + kGap) / (kLeastCardWidth + kGap)));
  const float width =
      std::floor((usable - static_cast<float>(in_row - 1) * kGap) / static_cast<float>(in_row));
  const int rows = (static_cast<int>(shown.size()) + in_row - 1) / in_row;
  const float scroll = ImGui::GetScrollY();
  for (size_t i = 0; i < shown.size(); ++i) {
    const int row = static_cast<int>(i) / in_row;
    const int column = static_cast<int>(i) % in_row;
    const Box box{content.x + static_cast<float>(column) * (width + kGap),
                  content.y + static_cast<float>(row) * (kCardHeight + kGap) - scroll, width, kCardHeight};
    if (auto other = draw_chart(ui, box, model, shown[i])) intent = other;
  }
  ImGui::SetCursorScreenPos({content.x, content.y - scroll});
  ImGui::Dummy({1, static_cast<float>(rows) * (kCardHeight + kGap)});
  ImGui::EndChild();
  return intent;
}

}  // namespace gladi
