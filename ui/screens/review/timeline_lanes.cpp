#include "ui/screens/review/timeline_lanes.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kLeastForTitle = 44;
constexpr float kLeastForQuiet = 60;
constexpr float kBarStep = 3;  // dp from bar to bar of the waveform
constexpr float kBarWidth = 2;
constexpr float kMarkReach = 8;  // a mark is meant when the mouse is this near
// Very quiet takes aren't blown up to look loud.
constexpr double kLeastPeak = 0.1;

struct MarkLook {
  const char* icon;
  Rgba colour;
};

MarkLook look_of(const Palette& p, TimelineMark::Kind kind) {
  switch (kind) {
    case TimelineMark::Kind::kMissed:
      return {icons::kChat, p.chip_bad.text};
    case TimelineMark::Kind::kOrder:
      return {icons::kCart, p.chip_good.text};
    case TimelineMark::Kind::kMarker:
      return {icons::kBookmark, p.primary.fill};
    case TimelineMark::Kind::kPoint:
      return {icons::kCheck, p.chip_good.text};
    case TimelineMark::Kind::kCue:
      return {icons::kLight, p.chip_warn.text};
    case TimelineMark::Kind::kComment:
      return {icons::kComment, p.chip_bad.text};
    case TimelineMark::Kind::kChat:
    case TimelineMark::Kind::kFinding:
      break;
  }
  return {icons::kChat, p.mute};
}

// The part of `lane` between two times; nothing outside it.
Box stretch_of(const Box& lane, const TimelineSpan& span, MediaTime from, MediaTime to) {
  const float left = std::clamp(span.x_of(lane, from), lane.x, lane.right());
  const float right = std::clamp(span.x_of(lane, to), lane.x, lane.right());
  return {left, lane.y, right - left, lane.h};
}

void draw_bars(Ui& ui, const Box& lane, const ReviewModel& model, const TimelineSpan& span) {
  const Waveform& waveform = *model.timeline.waveform;
  const double scale = lane.h / 2 / (std::max(waveform.peak(), kLeastPeak) * INT16_MAX);
  const float played = span.x_of(lane, model.player.position);
  const Rgba loud = ui.palette.text;
  // Bars belong to the take, not to the screen: they stay the same while it scrolls.
  const int64_t step_ns = std::max<int64_t>(1, (span.per_dp(lane) * static_cast<int64_t>(kBarStep)).ns);
  for (int64_t at = span.from().ns / step_ns * step_ns; at < span.to().ns; at += step_ns) {
    const WaveformBin bin = waveform.between({at}, {at + step_ns});
    const float x = span.x_of(lane, {at});
    if (!bin.recorded() || x < lane.x || x + kBarWidth > lane.right()) continue;
    const auto height = [scale](double value) { return static_cast<float>(value * scale); };
    const float up = std::max(0.5F, height(bin.high));
    const float down = std::max(0.5F, height(-bin.low));
    const uint8_t strength = x < played ? 140 : 70;
    fill(ui, {x, lane.middle_y() - up, kBarWidth, up + down}, loud.with_alpha(strength));
    const float rms = std::min({height(bin.rms), up, down});
    if (rms >= 1) fill(ui, {x, lane.middle_y() - rms, kBarWidth, 2 * rms}, loud.with_alpha(strength));
  }
}

void draw_quiet(Ui& ui, const Box& lane, const ReviewModel& model, const TimelineSpan& span) {
  for (const TakeStretch& quiet : model.timeline.quiet) {
    if (!span.shows(quiet.from, quiet.to)) continue;
    const Box place = stretch_of(lane, span, quiet.from, quiet.to);
    fill(ui, place, ui.palette.chip_warn.fill, 3);
    if (place.w < kLeastForQuiet) continue;
    const auto seconds = std::lround((quiet.to - quiet.from).seconds());
    draw_text_in(ui, {place.x, lane.y, place.w, 18}, TextStyle::kCaption, ui.palette.chip_warn.text,
                 shortened(ui, TextStyle::kCaption, ui.tr("quiet {0} s", {std::to_string(seconds)}), place.w),
                 Align::kCentre);
  }
}

// Striped, so that it isn't the colour alone that says it.
void draw_missing(Ui& ui, const Box& lane, const ReviewModel& model, const TimelineSpan& span) {
  constexpr float kLeastWidth = 4, kStripes = 7;
  for (const MissingStretch& missing : model.timeline.missing) {
    if (!span.shows(missing.where.from, missing.where.to)) continue;
    Box place = stretch_of(lane, span, missing.where.from, missing.where.to);
    place.w = std::max(place.w, kLeastWidth);
    const Pair look = ui.palette.chip_bad;
    fill(ui, place, look.fill);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect({place.x, place.y}, {place.right(), place.bottom()}, true);
    for (float x = place.x - place.h; x < place.right(); x += kStripes)
      list.AddLine({x, place.bottom()}, {x + place.h, place.y}, look.text.packed(), 1.5F);
    list.PopClipRect();
  }
}

void draw_loop(Ui& ui, const Box& lane, const ReviewModel& model, const TimelineView& view) {
  const Rgba colour = ui.palette.good;
  const auto edge = [&](MediaTime at) {
    if (view.span.shows(at, at)) fill(ui, {view.span.x_of(lane, at) - 1.5F, lane.y, 3, lane.h}, colour);
  };
  if (view.begin) edge(*view.begin);
  if (!model.player.loop) return;
  const PlayerLoop& loop = *model.player.loop;
  fill(ui, stretch_of(lane, view.span, loop.begin, loop.end), colour.with_alpha(50));
  edge(loop.begin);
  edge(loop.end);
}

}  // namespace

std::vector<TimelineMark> notes_of(const ReviewModel& model) {
  using Kind = TimelineMark::Kind;
  std::vector<TimelineMark> notes;
  for (const ReviewMarker& marker : model.markers) notes.push_back({Kind::kMarker, marker.at, marker.label});
  for (const ReviewSegment& segment : model.segments) {
    for (const ReviewNote& note : segment.notes)
      notes.push_back(
          {note.kind == ReviewNote::Kind::kPoint ? Kind::kPoint : Kind::kCue, note.at, note.words});
  }
  for (const ReviewComment& comment : model.comments)
    notes.push_back({Kind::kComment, comment.comment.at, comment.author + ": " + comment.comment.text});
  std::stable_sort(notes.begin(), notes.end(),
                   [](const TimelineMark& a, const TimelineMark& b) { return a.at < b.at; });
  return notes;
}

std::optional<ReviewIntent> draw_segment_lane(Ui& ui, const Box& lane, const ReviewModel& model,
                                              const TimelineSpan& span) {
  std::optional<ReviewIntent> intent;
  const Palette& p = ui.palette;
  for (size_t i = 0; i < model.segments.size(); ++i) {
    const ReviewSegment& segment = model.segments[i];
    if (!span.shows(segment.start, segment.end)) continue;
    Box piece = stretch_of(lane, span, segment.start, segment.end);
    piece.w = std::max(3.0F, piece.w - 3);
    if (press_area(ui, "review.segment." + std::to_string(i), piece, 5))
      intent = review::Seek{segment.first_frame};
    const bool current = model.player.position >= segment.start && model.player.position < segment.end;
    const Pair look = segment.product ? p.primary : p.chip;
    fill(ui, piece, look.fill, 5);
    if (current) fill(ui, {piece.x, piece.bottom() - 4, piece.w, 4}, p.warn, 2);
    if (piece.w < kLeastForTitle) continue;
    draw_text_in(ui, piece.inset(8, 0), TextStyle::kCaptionBold, look.text,
                 shortened(ui, TextStyle::kCaptionBold, segment.title, std::max(0.0F, piece.w - 16)));
  }
  return intent;
}

void draw_sound_lane(Ui& ui, const Box& lane, const ReviewModel& model, const TimelineView& view) {
  fill(ui, lane, ui.palette.raised, 6);
  draw_quiet(ui, lane, model, view.span);
  draw_missing(ui, lane, model, view.span);
  draw_loop(ui, lane, model, view);
  if (model.timeline.waveform) return draw_bars(ui, lane, model, view.span);
  // Until it is there: how far the take has been played.
  const float played = std::clamp(view.span.x_of(lane, model.player.position), lane.x, lane.right());
  fill(ui, {lane.x, lane.y, played - lane.x, lane.h}, ui.palette.track, 6);
}

void draw_mark_lane(Ui& ui, const Box& lane, const std::vector<TimelineMark>& marks,
                    const TimelineSpan& span) {
  fill(ui, lane, ui.palette.raised, 4);
  for (const TimelineMark& mark : marks) {
    const float x = span.x_of(lane, mark.at);
    if (x < lane.x || x > lane.right()) continue;
    const MarkLook look = look_of(ui.palette, mark.kind);
    const float left = std::clamp(x - 9, lane.x, lane.right() - 18);
    draw_text_in(ui, {left, lane.y, 18, lane.h}, TextStyle::kCaption, look.colour, look.icon, Align::kCentre);
  }
}

const TimelineMark* mark_at(const Box& lane, float x, const std::vector<TimelineMark>& marks,
                            const TimelineSpan& span) {
  const TimelineMark* nearest = nullptr;
  float distance = kMarkReach;
  for (const TimelineMark& mark : marks) {
    const float off = std::abs(span.x_of(lane, mark.at) - x);
    if (off > distance) continue;
    distance = off;
    nearest = &mark;
  }
  return nearest;
}

}  // namespace gladi
