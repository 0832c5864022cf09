// The timeline: transport buttons, and below them lanes with the segments as run, the sound, chat and orders,
// marks and comments. The mouse scrubs, the wheel zooms at the pointer, Shift and the wheel scroll.
#include "ui/screens/review/timeline_lanes.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/screens/review/review_screen.h"
#include "ui/screens/review/timeline_hover.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kTransport = 36;
constexpr float kSegments = 22;
constexpr float kSound = 38;
constexpr float kMarks = 17;
constexpr float kGap = 2;
constexpr float kScrollBar = 7;
constexpr double kZoomOfWheel = 1.25;
constexpr double kZoomOfKey = 1.6;
constexpr float kDragFrom = 3;  // dp: less is a hand that isn't quite still
// Going to the mark before from just behind one means the one before that.
constexpr MediaTime kJustBehind = MediaTime::from_ms(700);

struct Lanes {
  Box all;  // of those below
  Box sound, talk, notes;
};

Lanes lanes_in(Box box, bool large) {
  Lanes lanes;
  const Box start = box;
  lanes.sound = box.cut_top(kSound, kGap);
  if (!large) {
    lanes.talk = box.cut_top(kMarks, kGap);
    lanes.notes = box.cut_top(kMarks, kGap);
  }
  lanes.all = {start.x, start.y, start.w, (large ? lanes.sound : lanes.notes).bottom() - start.y};
  return lanes;
}

// Which mark the mouse is at, and where the lane is.
const TimelineMark* pointed_mark(const Lanes& lanes, const ReviewModel& model,
                                 const std::vector<TimelineMark>& notes, const TimelineSpan& span) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const auto inside = [&mouse](const Box& lane) { return mouse.y >= lane.y && mouse.y < lane.bottom(); };
  if (inside(lanes.talk)) return mark_at(lanes.talk, mouse.x, model.timeline.talk, span);
  if (inside(lanes.notes)) return mark_at(lanes.notes, mouse.x, notes, span);
  return nullptr;
}

void zoom_and_scroll(const Box& lane, const ReviewModel& model, TimelineView& view, bool hovered) {
  const ImGuiIO& io = ImGui::GetIO();
  if (hovered && (io.MouseWheelH != 0 || (io.KeyShift && io.MouseWheel != 0))) {
    const float wheel = io.MouseWheelH != 0 ? -io.MouseWheelH : io.MouseWheel;
    view.span.scroll_by(view.span.per_dp(lane) * static_cast<int64_t>(-wheel * lane.w / 8));
  } else if (hovered && io.MouseWheel != 0) {
    view.span.zoom_by(std::pow(kZoomOfWheel, io.MouseWheel), view.span.at(lane, io.MousePos.x));
  }
  if (hovered && ImGui::IsMouseDown(ImGuiMouseButton_Middle))
    view.span.scroll_by(view.span.per_dp(lane) * static_cast<int64_t>(-io.MouseDelta.x));
  if (key_pressed(Key::kCloser)) view.span.zoom_by(kZoomOfKey, model.player.position);
  if (key_pressed(Key::kFarther)) view.span.zoom_by(1 / kZoomOfKey, model.player.position);
  if (key_pressed(Key::kWholeTake)) view.span.show_whole();
}

// From press to release the picture follows the mouse, also outside the lanes. A press on a mark goes exactly
// there, and stays until the mouse is really moved.
std::optional<ReviewIntent> scrub(const Box& lane, const TimelineMark* mark, TimelineView& view, bool held) {
  std::optional<ReviewIntent> intent;
  const float x = ImGui::GetIO().MousePos.x;
  if (held && !view.scrubbing) intent = review::Seek{mark != nullptr ? mark->at : view.span.at(lane, x)};
  if (held && view.scrubbing) {
    view.moved = view.moved || ImGui::IsMouseDragging(ImGuiMouseButton_Left, kDragFrom);
    if (view.moved && ImGui::GetIO().MouseDelta.x != 0) intent = review::Seek{view.span.at(lane, x)};
  }
  view.moved = view.moved && held;
  view.scrubbing = held;
  return intent;
}

// Which part of the take is shown; it is dragged to another one.
void draw_scroll_bar(Ui& ui, const Box& bar, const ReviewModel& model, TimelineView& view) {
  const MediaTime duration = model.player.duration;
  if (view.span.whole() || duration.ns <= 0) return;
  press_area(ui, "review.timeline.scroll", bar, 3);
  const auto length = view.span.to() - view.span.from();
  if (ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    const double share = (ImGui::GetIO().MousePos.x - bar.x) / bar.w;
    view.span.scroll_by(MediaTime::from_seconds(duration.seconds() * share) - length / 2 - view.span.from());
  }
  const auto x_of = [&](MediaTime at) {
    return bar.x + static_cast<float>(at.seconds() / duration.seconds()) * bar.w;
  };
  fill(ui, bar, ui.palette.track, 3);
  const float left = x_of(view.span.from());
  fill(ui, {left, bar.y, std::max(12.0F, x_of(view.span.to()) - left), bar.h}, ui.palette.mute, 3);
}

// The moments that PgUp and PgDn go to.
std::optional<ReviewIntent> go_to_mark(const ReviewModel& model, const std::vector<TimelineMark>& notes) {
  const bool before = key_pressed(Key::kMarkBefore);
  if (!before && !key_pressed(Key::kMarkAfter)) return {};
  const MediaTime here = model.player.position;
  std::optional<MediaTime> best;
  const auto consider = [&](MediaTime at) {
    if (before && at < here - kJustBehind && (!best || at > *best)) best = at;
    if (!before && at > here + model.player.frame_duration && (!best || at < *best)) best = at;
  };
  for (const TimelineMark& mark : notes) consider(mark.at);
  for (const TimelineMark& mark : model.timeline.talk) consider(mark.at);
  for (const TakeStretch& quiet : model.timeline.quiet) consider(quiet.from);
  if (!best) return {};
  return review::Seek{*best};
}

}  // namespace

float timeline_height(bool large) {
  return 2 * 9 + kTransport + 8 + kSegments + 3 + kSound + (large ? 0 : 2 * (kGap + kMarks)) + 3 + kScrollBar;
}

std::optional<ReviewIntent> draw_timeline(Ui& ui, const Box& box, const ReviewModel& model,
                                          ReviewView& review_view) {
  TimelineView& view = review_view.timeline;
  view.span.set_duration(model.player.duration);
  if (view.followed != model.player.position && !view.scrubbing) view.span.follow(model.player.position);
  view.followed = model.player.position;

  card(ui, box);
  Box inner = box.inset(15, 9);
  std::optional<ReviewIntent> intent = draw_transport(ui, inner.cut_top(kTransport, 8), model, review_view);
  const auto take = [&intent](std::optional<ReviewIntent> other) {
    if (other) intent = std::move(other);
  };
  const bool usable = !model.opening && !model.problem;
  const std::vector<TimelineMark> notes = notes_of(model);
  const Box segments = inner.cut_top(kSegments, 3);
  take(draw_segment_lane(ui, segments, model, view.span));

  const Lanes lanes = lanes_in(inner, review_view.large);
  bool hovered = false;
  press_area(ui, "review.timeline", lanes.all, 6, &hovered);
  const bool held = ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left);
  const TimelineMark* mark = hovered ? pointed_mark(lanes, model, notes, view.span) : nullptr;
  if (usable) {
    zoom_and_scroll(lanes.all, model, view, hovered);
    take(scrub(lanes.all, mark, view, held && model.player.duration.ns > 0));
    take(go_to_mark(model, notes));
  }
  draw_sound_lane(ui, lanes.sound, model, view);
  if (!review_view.large) {
    draw_mark_lane(ui, lanes.talk, model.timeline.talk, view.span);
    draw_mark_lane(ui, lanes.notes, notes, view.span);
  }
  const float playhead = view.span.x_of(lanes.all, model.player.position);
  if (playhead >= lanes.all.x - 1 && playhead <= lanes.all.right() + 1)
    fill(ui, {playhead - 2, segments.y - 2, 4, lanes.all.bottom() - segments.y + 4}, ui.palette.text, 2);
  draw_scroll_bar(ui, {inner.x, lanes.all.bottom() + 3, inner.w, kScrollBar}, model, view);

  view.hover.reset();
  if (usable && hovered && !ImGui::IsMouseDown(ImGuiMouseButton_Middle) && model.player.duration.ns > 0) {
    view.hover = mark != nullptr ? mark->at : view.span.at(lanes.all, ImGui::GetIO().MousePos.x);
    draw_hover_card(ui, {ImGui::GetIO().MousePos.x, box.y}, *view.hover, model, mark);
  }
  return intent;
}

}  // namespace gladi
