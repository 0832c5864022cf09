// What ran when, and against the plan once she may know: each row jumps to its moment.
#include <imgui.h>

#include <algorithm>
#include <cstdlib>

#include "studio/text/format.h"
#include "ui/screens/review/review_screen.h"
#include "ui/theme/icons.h"
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

// The first of the lines that fits; the last one if none does.
std::string fitting(const Ui& ui, const std::vector<std::string>& lines, float width) {
  for (const std::string& line : lines) {
    if (text_size(ui, TextStyle::kCaption, line).w <= width) return line;
  }
  return lines.back();
}

std::string caption_of(const Ui& ui, const ReviewModel& model, const ReviewSegment& segment, float width) {
  std::string length = format_clock(whole_seconds(segment.end - segment.start));
  const std::string plan = against_plan(ui, segment);
  if (plan.empty() || model.rating_first) return length;
  const std::string both = length + " · " + plan;
  const MediaTime off = whole_seconds(segment.end - segment.start) - segment.planned;
  const std::string brief = abs(off) <= segment.planned / 10 ? length
                            : off.ns > 0                     ? ui.tr("{0} more", {format_clock(abs(off))})
                                                             : ui.tr("{0} less", {format_clock(abs(off))});
  if (segment.said == 0) return fitting(ui, {both, plan, brief}, width);
  const std::string points =
      ui.tr("{0} of {1} points", {std::to_string(segment.said), std::to_string(segment.points)});
  return fitting(ui, {both + " · " + points, plan + " · " + points, brief + " · " + points, plan, brief},
                 width);
}

constexpr float kNoteLine = 28;
constexpr float kNoteIcon = 24;

// A key point that was said, or a cue, under its segment: as many lines as it takes, cut off the top of
// `box`.
std::optional<ReviewIntent> draw_note(Ui& ui, const std::string& name, Box* box, const ReviewNote& note) {
  const bool point = note.kind == ReviewNote::Kind::kPoint;
  const std::string words = point ? note.words : ui.tr("Cue: {0}", {note.words});
  const std::string at = format_clock(note.at);
  const float time = text_size(ui, TextStyle::kCaption, at).w;
  const float height =
      wrapped_height(ui, TextStyle::kCaption, words, box->w - 20 - time - 8 - kNoteIcon) + 10;
  Box row = box->cut_top(std::max(kNoteLine, height));
  bool hovered = false;
  const bool pressed = press_area(ui, name, row, 8, &hovered);
  if (hovered) fill(ui, row, ui.palette.raised, 8);
  row = row.inset(10, 5);
  const Box line{row.x, row.y, row.w, kNoteLine - 10};
  draw_text_in(ui, {row.cut_left(time, 8).x, line.y, time, line.h}, TextStyle::kCaption, ui.palette.mute, at);
  draw_text_in(ui, {row.cut_left(kNoteIcon).x, line.y, kNoteIcon, line.h}, TextStyle::kLabel,
               point ? ui.palette.chip_good.text : ui.palette.chip_warn.text,
               point ? icons::kCheck : icons::kLight);
  draw_wrapped(ui, row, TextStyle::kCaption, ui.palette.text, words);
  if (pressed) return review::Seek{note.at};
  return {};
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
  // How it ran is there to be watched; how that went against the plan is a result (adr/0026). Where reviews
  // wait too, the notice above says it.
  if (model.rating_first && model.waiting == 0) {
    const std::string words = ui.tr("First say how you found it yourself, then you see it beside the plan.");
    const float height = wrapped_height(ui, TextStyle::kCaption, words, inner.w);
    draw_wrapped(ui, inner.cut_top(height, 10), TextStyle::kCaption, p.mute, words);
  }
  constexpr float kRow = 50;
  ImGui::SetCursorScreenPos({inner.x, inner.y});
  ImGui::BeginChild("as_run", {inner.w, inner.h}, false, ImGuiWindowFlags_NoBackground);
  const float begin = inner.y - ImGui::GetScrollY();
  float y = begin;
  for (size_t i = 0; i < model.segments.size(); ++i) {
    const ReviewSegment& segment = model.segments[i];
    const Box row{inner.x, y, inner.w - 14, kRow};
    y += kRow + 4;
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
    const std::string caption = caption_of(ui, model, segment, words.w);
    ui.widgets.note("review.row." + std::to_string(i), caption);
    draw_text_in(ui, words.cut_top(20), TextStyle::kCaption, p.mute, caption);
    for (size_t n = 0; n < segment.notes.size(); ++n) {
      Box below{inner.x, y, inner.w - 14, inner.h};
      const std::string name = "review.note." + std::to_string(i) + "." + std::to_string(n);
      if (auto other = draw_note(ui, name, &below, segment.notes[n])) intent = other;
      y = below.y;
    }
  }
  ImGui::SetCursorScreenPos({inner.x, begin});
  ImGui::Dummy({1, y - begin});
  ImGui::EndChild();
  return intent;
}

}  // namespace gladi
