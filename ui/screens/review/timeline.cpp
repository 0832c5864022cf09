// The timeline: transport buttons, a bar with the segments as run, a strip to scrub with comments and marks
// on it.
#include <imgui.h>

#include <algorithm>
#include <array>

#include "studio/text/format.h"
#include "ui/screens/review/review_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr MediaTime kJump = MediaTime::from_ms(5000);
constexpr float kLeastForTitle = 44;
constexpr float kRoomForWords = 770;  // what the labelled buttons and the speeds need together
constexpr std::array<double, 4> kSpeeds = {0.5, 1.0, 1.5, 2.0};

float x_of(const Box& strip, MediaTime at, MediaTime duration) {
  if (duration.ns <= 0) return strip.x;
  const double share = std::clamp(at.seconds() / duration.seconds(), 0.0, 1.0);
  return strip.x + static_cast<float>(share) * strip.w;
}

std::optional<ReviewIntent> draw_transport(Ui& ui, Box row, const ReviewModel& model) {
  std::optional<ReviewIntent> intent;
  const PlayerState& player = model.player;
  const auto place = [&](const char* name, const ButtonSpec& spec, float padding) {
    return button(ui, name, row.cut_left(button_width(ui, spec, padding), 8), spec);
  };
  const bool enabled = !model.opening && !model.problem;
  const ButtonSpec play{.label = player.playing ? ui.tr("Pause") : ui.tr("Play"),
                        .icon = player.playing ? icons::kPause : icons::kPlay,
                        .key = cap_of(ui, Key::kPlay),
                        .look = ButtonLook::kPrimary,
                        .enabled = enabled};
  // As wide as its wider word, so that nothing jumps when it changes.
  ButtonSpec wider = play;
  wider.label = text_size(ui, TextStyle::kBodyBold, ui.tr("Pause")).w >
                        text_size(ui, TextStyle::kBodyBold, ui.tr("Play")).w
                    ? ui.tr("Pause")
                    : ui.tr("Play");
  if (button(ui, "review.play", row.cut_left(button_width(ui, wider, 14), 12), play))
    intent = review::TogglePlay{};
  const std::string time = format_clock(player.position) + " / " + format_clock(player.duration);
  const Box time_box = row.cut_left(text_size(ui, TextStyle::kTitle, "00:00 / 00:00").w + 8, 12);
  draw_text_in(ui, time_box, TextStyle::kTitle, ui.palette.text, time);

  // Where the row is short the picture and the key say it alone.
  const bool narrow = row.w < kRoomForWords;
  const auto small = [&](const char* label, const char* icon, const char* key) {
    return ButtonSpec{.label = narrow ? "" : label,
                      .icon = icon,
                      .key = key,
                      .style = TextStyle::kLabelBold,
                      .enabled = enabled,
                      .tooltip = narrow ? label : nullptr};
  };
  if (place("review.back5", small(ui.tr("5 s"), icons::kReplay5, cap_of(ui, Key::kSeekBack)), 10))
    intent = review::SeekBy{-kJump};
  if (place("review.forward5", small(ui.tr("5 s"), icons::kForward5, cap_of(ui, Key::kSeekForward)), 10))
    intent = review::SeekBy{kJump};
  if (place("review.step_back", small(ui.tr("1 frame"), icons::kSkipPrevious, cap_of(ui, Key::kFrameBack)),
            10))
    intent = review::Step{-1};
  if (place("review.step", small(ui.tr("1 frame"), icons::kSkipNext, cap_of(ui, Key::kFrameForward)), 10))
    intent = review::Step{1};

  Box speeds = row.cut_right(4 * 58.0F);
  for (const double speed : kSpeeds) {
    const Box cell = speeds.cut_left(54, 4);
    const bool chosen = player.speed == speed;
    const ButtonSpec spec{
        .label = format_number(speed, speed == 1.0 || speed == 2.0 ? 0 : 1, ui.language()) + "×",
        .look = chosen ? ButtonLook::kPrimary : ButtonLook::kNormal,
        .style = TextStyle::kLabelBold,
        .enabled = enabled};
    if (button(ui, "review.speed." + std::to_string(static_cast<int>(speed * 100)), cell, spec)) {
      intent = review::SetSpeed{speed};
    }
  }
  return intent;
}

std::optional<ReviewIntent> draw_segments(Ui& ui, const Box& row, const ReviewModel& model) {
  std::optional<ReviewIntent> intent;
  const Palette& p = ui.palette;
  for (size_t i = 0; i < model.segments.size(); ++i) {
    const ReviewSegment& segment = model.segments[i];
    const float left = x_of(row, segment.start, model.player.duration);
    const float right = x_of(row, segment.end, model.player.duration);
    const Box piece{left, row.y, std::max(3.0F, right - left - 3), row.h};
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

void draw_marks(Ui& ui, const Box& strip, const ReviewModel& model) {
  const MediaTime duration = model.player.duration;
  for (const ReviewMarker& marker : model.markers) {
    const float x = x_of(strip, marker.at, duration);
    fill(ui, {x - 1.5F, strip.y + 3, 3, strip.h - 6}, ui.palette.warn, 1);
  }
  for (const ReviewSegment& segment : model.segments) {
    for (const ReviewNote& note : segment.notes) {
      const bool point = note.kind == ReviewNote::Kind::kPoint;
      const Box mark{x_of(strip, note.at, duration) - 9, strip.y, 18, strip.h};
      draw_text_in(ui, mark, TextStyle::kCaption,
                   point ? ui.palette.chip_good.text : ui.palette.chip_warn.text,
                   point ? icons::kCheck : icons::kLight, Align::kCentre);
    }
  }
  for (const ReviewComment& comment : model.comments) {
    const float x = x_of(strip, comment.comment.at, duration);
    fill(ui, Box{x - 6, strip.middle_y() - 6, 12, 12}, ui.palette.good, 6);
  }
  const float x = x_of(strip, model.player.position, duration);
  fill(ui, {x - 2, strip.y - 4, 4, strip.h + 8}, ui.palette.text, 2);
}

std::optional<ReviewIntent> draw_strip(Ui& ui, const Box& strip, const ReviewModel& model, ReviewView& view) {
  std::optional<ReviewIntent> intent;
  press_area(ui, "review.timeline", strip, 6);
  // From press to release the picture follows the mouse, also outside the strip.
  const bool held = ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left);
  if (held && model.player.duration.ns > 0) {
    const double share = std::clamp((ImGui::GetIO().MousePos.x - strip.x) / strip.w, 0.0F, 1.0F);
    const MediaTime to = MediaTime::from_seconds(model.player.duration.seconds() * share);
    if (!view.scrubbing || ImGui::GetIO().MouseDelta.x != 0) intent = review::Seek{to};
  }
  view.scrubbing = held;
  fill(ui, strip, ui.palette.raised, 6);
  if (model.player.duration.ns > 0) {
    fill(ui, {strip.x, strip.y, x_of(strip, model.player.position, model.player.duration) - strip.x, strip.h},
         ui.palette.track, 6);
  }
  draw_marks(ui, strip, model);
  return intent;
}

std::optional<ReviewIntent> keys(const ReviewModel& model) {
  if (model.opening || model.problem) return {};
  if (key_pressed(Key::kPlay)) return review::TogglePlay{};
  if (key_pressed(Key::kSeekBack)) return review::SeekBy{-kJump};
  if (key_pressed(Key::kSeekForward)) return review::SeekBy{kJump};
  if (key_pressed(Key::kFrameBack)) return review::Step{-1};
  if (key_pressed(Key::kFrameForward)) return review::Step{1};
  if (key_pressed(Key::kToBeginning)) return review::Seek{{}};
  if (key_pressed(Key::kToEnd)) return review::Seek{model.player.duration};
  return {};
}

}  // namespace

std::optional<ReviewIntent> draw_timeline(Ui& ui, const Box& box, const ReviewModel& model,
                                          ReviewView& view) {
  card(ui, box);
  Box inner = box.inset(15, 11);
  std::optional<ReviewIntent> intent = keys(model);
  const auto take = [&intent](std::optional<ReviewIntent> other) {
    if (other) intent = std::move(other);
  };
  take(draw_transport(ui, inner.cut_top(36, 10), model));
  take(draw_segments(ui, inner.cut_top(24, 8), model));
  take(draw_strip(ui, inner.cut_top(24), model, view));
  return intent;
}

}  // namespace gladi
