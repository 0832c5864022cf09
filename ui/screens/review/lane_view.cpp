#include "ui/screens/review/lane_view.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kLeastWidth = 3;  // dp; less isn't seen
constexpr float kReach = 4;       // a finding is meant when the mouse is this near

Box lane_box(const Box& area, size_t lane) {
  return {area.x, area.y + static_cast<float>(lane) * (kMeasureLane + kMeasureGap), area.w, kMeasureLane};
}

// Pieces that would lie on each other on the screen become one bar.
void add_bars(std::vector<MeasureView::Bar>& bars, const Box& lane, const MeasureLane& shown,
              const TimelineSpan& span) {
  const size_t first = bars.size();
  for (const LanePiece& piece : shown.pieces) {
    if (!span.shows(piece.at.from, piece.at.to)) continue;
    const bool found = !piece.finding.empty();
    float left = std::clamp(span.x_of(lane, piece.at.from), lane.x, lane.right());
    const float right = std::clamp(span.x_of(lane, piece.at.to), lane.x, lane.right());
    const float width = std::max(right - left, found ? kLeastWidth : 0.5F);
    left = std::min(left, lane.right() - width);
    const Box place{left, lane.bottom() - piece.high * lane.h, width, (piece.high - piece.low) * lane.h};
    if (bars.size() > first) {
      MeasureView::Bar& before = bars.back();
      const bool joins = before.look == piece.look && before.place.y == place.y &&
                         before.place.h == place.h && place.x >= before.place.x &&
                         place.x < before.place.right() + 0.5F && (!found || width <= kLeastWidth);
      if (joins) {
        before.place.w = std::max(before.place.right(), place.right()) - before.place.x;
        continue;
      }
    }
    bars.push_back({place, piece.look});
  }
}

void make_bars(const Box& area, const MeasureModel& model, const TimelineSpan& span, MeasureView& view) {
  const bool same = view.version == model.version && view.from == span.from() && view.to == span.to() &&
                    view.area.x == area.x && view.area.y == area.y && view.area.w == area.w;
  if (same) return;
  view.version = model.version;
  view.from = span.from();
  view.to = span.to();
  view.area = area;
  view.bars.clear();
  for (size_t i = 0; i < model.lanes.size(); ++i)
    add_bars(view.bars, lane_box(area, i), model.lanes[i], span);
}

Rgba colour_of(const Palette& p, LanePiece::Look look) {
  switch (look) {
    case LanePiece::Look::kFine:
      return p.good.with_alpha(150);
    case LanePiece::Look::kFound:
      return p.warn;
    case LanePiece::Look::kDismissed:
      return p.warn.with_alpha(60);
    case LanePiece::Look::kCalm:
      break;
  }
  return p.mute.with_alpha(130);
}

}  // namespace

void draw_measure_lanes(Ui& ui, const Box& gutter, const Box& area, const MeasureModel& model,
                        const TimelineSpan& span, MeasureView& view) {
  make_bars(area, model, span, view);
  for (size_t i = 0; i < model.lanes.size(); ++i) {
    const Box lane = lane_box(area, i);
    fill(ui, lane, ui.palette.raised, 3);
    draw_text_in(ui, {gutter.x, lane.y - 2, gutter.w - 6, lane.h + 4}, TextStyle::kCaption, ui.palette.mute,
                 shortened(ui, TextStyle::kCaption, model.lanes[i].title, gutter.w - 6));
  }
  for (const MeasureView::Bar& bar : view.bars) fill(ui, bar.place, colour_of(ui.palette, bar.look), 2);
  for (size_t i = 0; i < model.lanes.size(); ++i) {
    const MeasureLane& lane = model.lanes[i];
    const Box place = lane_box(area, i);
    if (!lane.lack.empty())
      draw_text_in(ui, {place.x + 8, place.y - 2, place.w - 16, place.h + 4}, TextStyle::kCaption,
                   ui.palette.mute, shortened(ui, TextStyle::kCaption, lane.lack, place.w - 16));
  }
}

const LanePiece* piece_at(const Box& area, float x, float y, const MeasureModel& model,
                          const TimelineSpan& span) {
  for (size_t i = 0; i < model.lanes.size(); ++i) {
    const Box lane = lane_box(area, i);
    if (y < lane.y || y >= lane.bottom() + kMeasureGap) continue;
    const LanePiece* met = nullptr;
    float nearest = kReach;
    for (const LanePiece& piece : model.lanes[i].pieces) {
      if (!span.shows(piece.at.from, piece.at.to)) continue;
      const float left = span.x_of(lane, piece.at.from), right = span.x_of(lane, piece.at.to);
      const float off = std::max({left - x, x - right, 0.0F});
      const bool found = !piece.finding.empty();
      if (!found && off == 0) met = &piece;
      // The shortest of those that the mouse is on: long ones can be met elsewhere.
      if (!found || off > nearest) continue;
      const bool better = met == nullptr || met->finding.empty() || off < nearest ||
                          piece.at.to - piece.at.from < met->at.to - met->at.from;
      if (!better) continue;
      nearest = off;
      met = &piece;
    }
    return met;
  }
  return nullptr;
}

}  // namespace gladi
