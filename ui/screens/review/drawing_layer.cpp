// Drawings over the picture: shown while their moment is played, and made with the mouse.
#include <imgui.h>

#include <algorithm>
#include <array>
#include <vector>

#include "ui/screens/review/comment_draft.h"
#include "ui/screens/review/review_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

// How long a drawing is seen when its moment is played over.
constexpr MediaTime kShownFor = MediaTime::from_ms(3000);

void show_lines(const Box& place, const Stroke& stroke, float width, Rgba colour) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const auto& line : lines_of(stroke, place.w, place.h)) {
    std::vector<ImVec2> points;
    points.reserve(line.size());
    for (const DrawnPoint& point : line) points.emplace_back(place.x + point.x, place.y + point.y);
    list.AddPolyline(points.data(), static_cast<int>(points.size()), colour.packed(), 0, width);
    // Round ends and corners.
    for (const ImVec2& end : {points.front(), points.back()})
      list.AddCircleFilled(end, width / 2, colour.packed());
  }
}

void show_stroke(const Box& place, const Stroke& stroke) {
  const float side = std::min(place.w, place.h);
  show_lines(place, stroke, side * DrawingLook::kRimWidth, rgb(DrawingLook::kRimRgb));
  show_lines(place, stroke, side * DrawingLook::kLineWidth, rgb(DrawingLook::kLineRgb));
}

bool is_over(const Comment& comment, const PlayerState& player) {
  return !comment.drawing.empty() && player.position >= comment.at - player.frame_duration &&
         player.position < comment.at + kShownFor;
}

DrawnPoint mouse_on(const Box& place) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  return {(mouse.x - place.x) / place.w, (mouse.y - place.y) / place.h};
}

// From press to release is one stroke, also where the mouse leaves the picture.
std::optional<ReviewIntent> follow_mouse(Ui& ui, const Box& place, const ReviewModel& model,
                                         ReviewView& view) {
  std::optional<ReviewIntent> intent;
  press_area(ui, "review.canvas", place, Metrics::kPictureRadius);
  const bool held = ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left);
  std::optional<Stroke>& stroke = view.pen.stroke;
  const bool elsewhere =
      (!view.draft.drawing.empty() || !view.draft.of.empty()) && is_away(model, view.draft) && !stroke;
  if (held && elsewhere) {
    // One comment is about one picture: back to it, before more is drawn.
    if (!model.player.seeking) intent = review::PauseAt{view.draft.at};
  } else if (held) {
    if (!stroke) {
      stroke = Stroke{view.pen.tool, {}};
      intent = begin_stroke(model, view);
    }
    draw_to(*stroke, mouse_on(place));
  } else if (stroke) {
    const bool room = view.draft.drawing.strokes.size() < Drawing::kMostStrokes;
    if (is_seen(*stroke) && room) {
      view.draft.drawing.strokes.push_back(std::move(*stroke));
      view.draft.changed = true;
    }
    stroke.reset();
  }
  return intent;
}

void undo_stroke(ReviewView& view) {
  if (view.draft.drawing.empty()) return;
  view.draft.drawing.strokes.pop_back();
  view.draft.changed = true;
}

}  // namespace

std::optional<ReviewIntent> draw_drawings(Ui& ui, const Box& picture_box, const ReviewModel& model,
                                          ReviewView& view) {
  if (!model.picture || model.problem) return {};
  std::optional<ReviewIntent> intent;
  const Box place = picture_place(picture_box, model.picture);
  if (view.pen.on && !view.large) intent = follow_mouse(ui, place, model, view);
  ImGui::GetWindowDrawList()->PushClipRect({place.x, place.y}, {place.right(), place.bottom()}, true);
  const bool drawn = !view.draft.drawing.empty() && !is_away(model, view.draft);
  const bool own = view.pen.on || drawn;
  int shown = 0;
  if (drawn) {
    for (const Stroke& stroke : view.draft.drawing.strokes) show_stroke(place, stroke);
  }
  if (view.pen.stroke) show_stroke(place, *view.pen.stroke);
  for (const ReviewComment& comment : model.comments) {
    if (own || !is_over(comment.comment, model.player)) continue;
    for (const Stroke& stroke : comment.comment.drawing.strokes) show_stroke(place, stroke);
    ++shown;
  }
  ImGui::GetWindowDrawList()->PopClipRect();
  ui.widgets.note("review.drawings", std::to_string(shown));
  return intent;
}

std::optional<ReviewIntent> draw_pen_tools(Ui& ui, Box box, const ReviewModel& model, ReviewView& view) {
  std::optional<ReviewIntent> intent;
  struct Tool {
    const char* name;
    Stroke::Shape shape;
    const char* icon;
    const char* words;
  };
  const std::array<Tool, 3> tools = {
      {{"review.pen.arrow", Stroke::Shape::kArrow, icons::kArrow, ui.tr("Arrow")},
       {"review.pen.circle", Stroke::Shape::kCircle, icons::kCircle, ui.tr("Circle")},
       {"review.pen.pen", Stroke::Shape::kPen, icons::kDraw, ui.tr("Pen")}}};
  size_t in_use = 0;
  while (in_use + 1 < tools.size() && tools[in_use].shape != view.pen.tool) ++in_use;
  const size_t next = (in_use + 1) % tools.size();  // the key takes the next one
  Box row = box.cut_top(36, 6);
  const float width = (row.w - 3 * 6) / 4;
  for (size_t i = 0; i < tools.size(); ++i) {
    const ButtonSpec spec{.icon = tools[i].icon,
                          .key = i == next ? cap_of(ui, Key::kNextTool) : nullptr,
                          .look = i == in_use ? ButtonLook::kPrimary : ButtonLook::kNormal,
                          .style = TextStyle::kLabelBold,
                          .tooltip = tools[i].words};
    if (button(ui, tools[i].name, row.cut_left(width, 6), spec)) view.pen.tool = tools[i].shape;
  }
  if (key_pressed(Key::kNextTool)) view.pen.tool = tools[next].shape;
  ButtonSpec undo{.icon = icons::kUndo,
                  .key = cap_of(ui, Key::kUndo),
                  .style = TextStyle::kLabelBold,
                  .enabled = !view.draft.drawing.empty(),
                  .tooltip = ui.tr("Take the last line back")};
  if (button_width(ui, undo, 6) > row.w) undo.key = nullptr;
  if (button(ui, "review.pen.undo", row, undo) || key_pressed(Key::kUndo)) undo_stroke(view);
  row = box.cut_top(36);
  const ButtonSpec done{.label = ui.tr("Save the drawing"),
                        .icon = icons::kCheck,
                        .key = "Enter",
                        .look = ButtonLook::kPrimary,
                        .style = TextStyle::kLabelBold,
                        .enabled = may_send(model, view)};
  const ButtonSpec cancel{.label = ui.tr("Cancel"), .key = "Esc", .style = TextStyle::kLabelBold};
  if (button(ui, "review.pen.cancel", row.cut_right(button_width(ui, cancel, 10), 6), cancel)) {
    drop_draft(view);
    return intent;
  }
  const bool pressed = button(ui, "review.pen.done", row, done);
  if (done.enabled && (pressed || enter_pressed())) intent = send_draft(model, view);
  return intent;
}

}  // namespace gladi
