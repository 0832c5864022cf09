// The timeline: transport buttons, and below them lanes with the segments as run, the sound, chat and orders,
// marks and comments, and what was measured. The mouse scrubs, the wheel zooms at the pointer, Shift and the
// wheel scroll.
#include "ui/screens/review/timeline_lanes.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/screens/review/lane_view.h"
#include "ui/screens/review/review_screen.h"
#include "ui/screens/review/timeline_hover.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kTransport = 36;
constexpr float kSegments = 22;
constexpr float kSound = 38;
constexpr float kMarks = 17;
constexpr float kGap = 2;
constexpr float kScrollBar = 7;
constexpr float kTitles = 74;  // beside the lanes of what was measured
constexpr float kFold = 26;    // without them
constexpr double kZoomOfWheel = 1.25;
constexpr double kZoomOfKey = 1.6;
constexpr float kDragFrom = 3;  // dp: less is a hand that isn't quite still
// Going to the mark before from just behind one means the one before that.
constexpr MediaTime kJustBehind = MediaTime::from_ms(700);

struct Lanes {
  Box all;  // of those below
  Box sound, talk, notes;
  Box measures;  // empty: they aren't shown
};

bool shows_measures(const ReviewView& view) {
  return !view.large && view.measures.open;
}

Lanes lanes_in(Box box, const ReviewView& view) {
  Lanes lanes;
  const Box start = box;
  lanes.sound = box.cut_top(kSound, kGap);
  if (!view.large) {
    lanes.talk = box.cut_top(kMarks, kGap);
    lanes.notes = box.cut_top(kMarks, kGap);
  }
  if (shows_measures(view)) lanes.measures = box.cut_top(kMeasuresHeight);
  lanes.all = {start.x, start.y, start.w, box.y - start.y};
  return lanes;
}

// What the mouse is at: a mark, or what was measured there.
struct Pointed {
  TimelineMark mark;
  std::string finding;  // its id
};
std::optional<Pointed> pointed_at(const Lanes& lanes, const ReviewModel& model,
                                  const std::vector<TimelineMark>& notes, const TimelineSpan& span) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const auto inside = [&mouse](const Box& lane) { return mouse.y >= lane.y && mouse.y < lane.bottom(); };
  if (inside(lanes.measures)) {
    const LanePiece* piece = piece_at(lanes.measures, mouse.x, mouse.y, model.measures, span);
    if (piece == nullptr) return {};
    const MediaTime at = piece->finding.empty() ? span.at(lanes.measures, mouse.x) : piece->at.from;
    std::optional<Pointed> pointed(std::in_place);
    pointed->mark = {TimelineMark::Kind::kFinding, at, piece->words};
    pointed->finding = piece->finding;
    return pointed;
  }
  const TimelineMark* mark = inside(lanes.talk)    ? mark_at(lanes.talk, mouse.x, model.timeline.talk, span)
                             : inside(lanes.notes) ? mark_at(lanes.notes, mouse.x, notes, span)
                                                   : nullptr;
  if (mark == nullptr) return {};
  return Pointed{*mark, {}};
}

// Folds the lanes of what was measured away, and shows them again.
std::optional<ReviewIntent> draw_fold(Ui& ui, const Box& box, const ReviewModel& model, ReviewView& view) {
  const ButtonSpec fold{.icon = view.measures.open ? icons::kDown : icons::kUp,
                        .look = ButtonLook::kPlain,
                        .style = TextStyle::kLabel,
                        .tooltip = view.measures.open ? ui.tr("Hide what was measured (U)")
                                                      : ui.tr("Show what was measured (U)")};
  const bool pressed = button(ui, "review.measures", box, fold);
  if (!pressed && (model.opening || !key_pressed(Key::kMeasures))) return {};
  view.measures.open = !view.measures.open;
  return review::ShowMeasures{view.measures.open};
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
  for (const MissingStretch& missing : model.timeline.missing) consider(missing.where.from);
  for (const ListedFinding& listed : model.measures.findings) {
    if (!listed.dismissed) consider(listed.finding.at.from);
  }
  if (!best) return {};
  return review::Seek{*best};
}

}  // namespace

float timeline_height(const ReviewView& view) {
  const float marks = view.large ? 0 : 2 * (kGap + kMarks);
  const float measures = shows_measures(view) ? kGap + kMeasuresHeight : 0;
  return 2 * 9 + kTransport + 8 + kSegments + 3 + kSound + marks + measures + 3 + kScrollBar;
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
  const Box gutter = inner.cut_left(review_view.large ? 0 : shows_measures(review_view) ? kTitles : kFold);
  if (!review_view.large) take(draw_fold(ui, {gutter.x, gutter.y, kFold, kSegments}, model, review_view));
  const Box segments = inner.cut_top(kSegments, 3);
  take(draw_segment_lane(ui, segments, model, view.span));

  const Lanes lanes = lanes_in(inner, review_view);
  bool hovered = false;
  press_area(ui, "review.timeline", lanes.all, 6, &hovered);
  const bool held = ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left);
  std::optional<Pointed> pointed;
  if (hovered) pointed = pointed_at(lanes, model, notes, view.span);
  const TimelineMark* mark = pointed ? &pointed->mark : nullptr;
  if (pointed && !pointed->finding.empty() && held && !view.scrubbing)
    choose_finding(review_view.measures, pointed->finding);
  if (usable) {
    zoom_and_scroll(lanes.all, model, view, hovered);
    take(scrub(lanes.all, mark, view, held && model.player.duration.ns > 0));
    take(go_to_mark(model, notes));
  }
  draw_sound_lane(ui, lanes.sound, model, view);
  if (!review_view.large) {
    draw_mark_lane(ui, lanes.talk, model.timeline.talk, view.span);
    draw_mark_lane(ui, lanes.notes, notes, view.span);
    if (shows_measures(review_view)) {
      const Box titles{gutter.x, lanes.measures.y, gutter.w, lanes.measures.h};
      draw_measure_lanes(ui, titles, lanes.measures, model.measures, view.span, review_view.measures);
    }
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
