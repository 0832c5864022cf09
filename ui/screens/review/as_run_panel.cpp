// What ran when, against the plan: each row jumps to its moment.
#include <imgui.h>

#include <cstdlib>

#include "studio/text/format.h"
#include "ui/screens/review/review_screen.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

MediaTime whole_seconds(MediaTime t) {
  return MediaTime::from_ms((t.ms() + 500) / 1000 * 1000);
}

// Within ±10 % of the plan a segment is on time (COACHING: time per product).
std::string against_plan(const Ui& ui, const ReviewSegment& segment) {
  // In whole seconds, so that what is read adds up.
  const MediaTime ran = whole_seconds(segment.end - segment.start);
  const MediaTime off = ran - segment.planned;
  if (segment.planned.ns <= 0) return {};
  if (abs(off) <= segment.planned / 10) return ui.tr("as planned");
  const std::string by = format_clock(abs(off));
  return off.ns > 0 ? ui.tr("{0} longer than planned", {by}) : ui.tr("{0} shorter than planned", {by});
}

}  // namespace

std::optional<ReviewIntent> draw_as_run(Ui& ui, const Box& box, const ReviewModel& model) {
  std::optional<ReviewIntent> intent;
  const Palette& p = ui.palette;
  card(ui, box);
  Box inner = box.inset(16, 14);
  draw_text_in(ui, inner.cut_top(26, 8), TextStyle::kTitle, p.text, ui.tr("What ran when"));
  if (model.certificate) {
    const std::string words = ui.tr(*model.certificate);
    const float height = wrapped_height(ui, TextStyle::kCaption, words, inner.w);
    draw_wrapped(ui, inner.cut_bottom(height, 10), TextStyle::kCaption, model.perfect ? p.mute : p.text,
                 words);
  }
  constexpr float kRow = 50;
  ImGui::SetCursorScreenPos({inner.x, inner.y});
  ImGui::BeginChild("as_run", {inner.w, inner.h}, false, ImGuiWindowFlags_NoBackground);
  const float scroll = ImGui::GetScrollY();
  for (size_t i = 0; i < model.segments.size(); ++i) {
    const ReviewSegment& segment = model.segments[i];
    const Box row{inner.x, inner.y + static_cast<float>(i) * (kRow + 4) - scroll, inner.w - 14, kRow};
    bool hovered = false;
    if (press_area(ui, "review.row." + std::to_string(i), row, 10, &hovered))
      intent = review::Seek{segment.first_frame};
    const bool current = model.player.position >= segment.start && model.player.position < segment.end;
    if (current || hovered) fill(ui, row, p.raised, 10);
    if (current) fill(ui, {row.x, row.y + 8, 4, row.h - 16}, p.warn, 2);
    Box words = row.inset(10, 4);
    const std::string at = format_clock(segment.start);
    Box time = words.cut_left(chip_width(ui, at), 10);
    chip(ui, time.x, time.middle_y() - kChipHeight / 2, at, ChipLook::kNeutral);
    draw_text_in(ui, words.cut_top(22), current ? TextStyle::kBodyBold : TextStyle::kBody, p.text,
                 segment.title);
    const std::string length = format_clock(whole_seconds(segment.end - segment.start));
    const std::string plan = against_plan(ui, segment);
    const std::string both = length + " · " + plan;
    const bool room = text_size(ui, TextStyle::kCaption, both).w <= words.w;
    draw_text_in(ui, words.cut_top(20), TextStyle::kCaption, p.mute,
                 plan.empty() ? length
                 : room       ? both
                              : plan);
  }
  ImGui::SetCursorScreenPos({inner.x, inner.y - scroll});
  ImGui::Dummy({1, static_cast<float>(model.segments.size()) * (kRow + 4)});
  ImGui::EndChild();
  return intent;
}

}  // namespace gladi
