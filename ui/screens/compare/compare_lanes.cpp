// Two takes as lanes, one under the other.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/screens/compare/compare_screen.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kLane = 30, kGap = 6;
constexpr float kName = 76;  // at the left
constexpr float kDragFrom = 4;
constexpr float kLeastForTitle = 40;

// What the lanes show: both takes, the later one shifted where it was aligned by hand.
void set_axis(const CompareModel& model, CompareView& view) {
  if (view.held >= 0) return;
  const MediaTime shift = model.alignment.by_hand() ? -model.alignment.offset() : MediaTime{};
  view.axis_from = std::min(MediaTime{}, shift);
  const MediaTime end = std::max(model.takes[0].player.duration, model.takes[1].player.duration + shift);
  view.axis_length = std::max(end - view.axis_from, MediaTime::from_ms(1));
}

// Where take time 0 lies on the axis.
MediaTime begin_of(const CompareModel& model, int which) {
  return which == 1 && model.alignment.by_hand() ? -model.alignment.offset() : MediaTime{};
}

class Lane {
 public:
  Lane(Ui& ui, const Box& box, const CompareModel& model, CompareView& view, int which)
      : ui_(ui), box_(box), model_(model), view_(view), which_(which) {}

  std::optional<CompareIntent> draw() {
    const Palette& p = ui_.palette;
    const PlayerState& player = model_.takes[static_cast<size_t>(which_)].player;
    press_area(ui_, "compare.lane." + std::to_string(which_), box_, 6);
    const bool held = ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left);
    fill(ui_, {x_of({}), box_.y, x_of(player.duration) - x_of({}), box_.h}, p.track, 6);
    for (const AlignedStretch& stretch : model_.alignment.stretches(which_)) draw_stretch(stretch);
    const float playhead = x_of(player.position);
    fill(ui_, {playhead - 2, box_.y - 3, 4, box_.h + 6}, p.text, 2);
    return follow_mouse(held, player.duration);
  }

 private:
  float x_of(MediaTime at) const {
    const MediaTime place = at + begin_of(model_, which_) - view_.axis_from;
    return box_.x + box_.w * static_cast<float>(place.seconds() / view_.axis_length.seconds());
  }
  MediaTime at(float x) const {
    const double share = static_cast<double>((x - box_.x) / box_.w);
    return view_.axis_from + MediaTime::from_seconds(share * view_.axis_length.seconds()) -
           begin_of(model_, which_);
  }

  void draw_stretch(const AlignedStretch& stretch) {
    const bool common = model_.alignment.find(1 - which_, stretch.key) != nullptr;
    const Box block{x_of(stretch.start) + 1, box_.y, x_of(stretch.end) - x_of(stretch.start) - 2, box_.h};
    const Pair look =
        common ? (stretch.product ? ui_.palette.primary : ui_.palette.chip) : ui_.palette.chip_warn;
    fill(ui_, block, look.fill, 5);
    if (block.w < kLeastForTitle) return;
    draw_text_in(ui_, block.inset(8, 0), TextStyle::kCaptionBold, look.text,
                 shortened(ui_, TextStyle::kCaptionBold, stretch.title.in(ui_.language()), block.w - 16));
  }

  // By product a press goes there, and the picture follows the mouse. By hand the lane follows it, and only a
  // press without a drag goes there.
  std::optional<CompareIntent> follow_mouse(bool held, MediaTime duration) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool by_hand = model_.alignment.by_hand();
    const auto there = [&] {
      return compare::Seek{which_, std::clamp(at(io.MousePos.x), MediaTime{}, duration)};
    };
    if (held && view_.held != which_) {
      view_.held = which_;
      view_.moved = false;
      view_.held_offset = model_.alignment.offset();
      if (!by_hand) return there();
      return {};
    }
    if (view_.held != which_) return {};
    if (!held) {
      view_.held = -1;
      if (by_hand && !view_.moved) return there();
      return {};
    }
    view_.moved = view_.moved || ImGui::IsMouseDragging(ImGuiMouseButton_Left, kDragFrom);
    if (!view_.moved || io.MouseDelta.x == 0) return {};
    if (!by_hand) return there();
    const float dragged = io.MousePos.x - io.MouseClickedPos[0].x;
    const auto by =
        MediaTime::from_seconds(static_cast<double>(dragged / box_.w) * view_.axis_length.seconds());
    return compare::AlignByHand{which_ == 1 ? view_.held_offset - by : view_.held_offset + by};
  }

  Ui& ui_;
  const Box box_;
  const CompareModel& model_;
  CompareView& view_;
  const int which_;
};

}  // namespace

float compare_lanes_height() {
  return 2 * kLane + kGap;
}

std::optional<CompareIntent> draw_compare_lanes(Ui& ui, Box box, const CompareModel& model,
                                                CompareView& view) {
  std::optional<CompareIntent> intent;
  set_axis(model, view);
  for (const int which : {0, 1}) {
    Box row = box.cut_top(kLane, kGap);
    draw_text_in(ui, row.cut_left(kName, 8), TextStyle::kLabelBold, ui.palette.mute,
                 which == 0 ? ui.tr("Then") : ui.tr("Now"));
    const ImVec2 from{row.x, row.y - 4}, to{row.right(), row.bottom() + 4};
    ImGui::GetWindowDrawList()->PushClipRect(from, to, true);  // a dragged lane may stick out
    if (auto other = Lane(ui, row, model, view, which).draw()) intent = other;
    ImGui::GetWindowDrawList()->PopClipRect();
  }
  return intent;
}

}  // namespace gladi
