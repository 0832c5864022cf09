// The row of buttons that run both players, and the keys that do the same.
#include <algorithm>

#include "studio/text/format.h"
#include "ui/screens/compare/compare_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/play_speed.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr MediaTime kJump = MediaTime::from_ms(5000);
constexpr MediaTime kShift = MediaTime::from_ms(100), kMuchShift = MediaTime::from_ms(1000);
// Who is this near behind a beginning means the one before it.
constexpr MediaTime kJustBehind = MediaTime::from_ms(700);

class CompareTransport {
 public:
  CompareTransport(Ui& ui, Box row, const CompareModel& model)
      : ui_(ui), row_(row), model_(model), words_(row.w >= 1200) {}

  std::optional<CompareIntent> draw() {
    draw_play();
    small("compare.back5", icons::kReplay5, Key::kSeekBack, ui_.tr("5 s"), compare::SeekBy{-kJump});
    small("compare.forward5", icons::kForward5, Key::kSeekForward, ui_.tr("5 s"), compare::SeekBy{kJump});
    draw_steps();
    draw_speed();
    draw_sound();
    draw_alignment();
    more_keys();
    return intent_;
  }

 private:
  void want(CompareIntent intent) { intent_ = std::move(intent); }
  bool pressed(const char* name, const Box& box, const ButtonSpec& spec, Key key) {
    return button(ui_, name, box, spec) || key_pressed(key);
  }
  void small(const char* name, const char* icon, Key key, const char* tooltip, CompareIntent wish) {
    const ButtonSpec spec{.label = "",
                          .icon = icon,
                          .key = cap_of(ui_, key),
                          .style = TextStyle::kLabelBold,
                          .tooltip = tooltip};
    if (pressed(name, row_.cut_left(button_width(ui_, spec, 6), 6), spec, key)) want(std::move(wish));
  }

  // Where the row is short the keys do it alone while takes are shifted.
  void draw_steps() {
    if (words_ || !model_.alignment.by_hand()) {
      small("compare.step_back", icons::kSkipPrevious, Key::kFrameBack, ui_.tr("1 frame"), compare::Step{-1});
      small("compare.step", icons::kSkipNext, Key::kFrameForward, ui_.tr("1 frame"), compare::Step{1});
      return;
    }
    if (key_pressed(Key::kFrameBack)) want(compare::Step{-1});
    if (key_pressed(Key::kFrameForward)) want(compare::Step{1});
  }

  void draw_play() {
    const bool playing = model_.leader().player.playing;
    const auto spec = [&](const char* label, const char* icon) {
      return ButtonSpec{.label = words_ ? label : "",
                        .icon = icon,
                        .key = cap_of(ui_, Key::kPlay),
                        .look = ButtonLook::kPrimary};
    };
    const ButtonSpec play = spec(ui_.tr("Play"), icons::kPlay), pause = spec(ui_.tr("Pause"), icons::kPause);
    const float width = std::max(button_width(ui_, play, 12), button_width(ui_, pause, 12));
    if (pressed("compare.play", row_.cut_left(width, 8), playing ? pause : play, Key::kPlay))
      want(compare::TogglePlay{});
    const PlayerState& player = model_.leader().player;
    const std::string time = format_clock(player.position) + " / " + format_clock(player.duration);
    const std::string widest = format_clock(player.duration) + " / " + format_clock(player.duration);
    draw_text_in(ui_, row_.cut_left(text_size(ui_, TextStyle::kBodyBold, widest).w + 12, 8),
                 TextStyle::kBodyBold, ui_.palette.text, time);
  }

  void draw_speed() {
    const auto speed = [&](const char* name, const char* label, Key key, bool faster) {
      const ButtonSpec spec{.label = label, .key = cap_of(ui_, key), .style = TextStyle::kLabelBold};
      if (pressed(name, row_.cut_left(button_width(ui_, spec, 6), 2), spec, key))
        want(compare::SetSpeed{neighbour_speed(model_.speed, faster)});
    };
    row_.cut_left(8);
    speed("compare.slower", "−", Key::kSlower, false);
    const Box words = row_.cut_left(text_size(ui_, TextStyle::kLabelBold, "0,75×").w + 4, 2);
    draw_text_in(ui_, words, TextStyle::kLabelBold,
                 model_.speed == 1 ? ui_.palette.text : ui_.palette.chip_warn.text,
                 speed_words(model_.speed, ui_.language()), Align::kCentre);
    speed("compare.faster", "+", Key::kFaster, true);
  }

  void draw_sound() {
    row_.cut_left(8);
    const ButtonSpec spec{.label = !words_             ? std::string()
                                   : model_.heard == 0 ? std::string(ui_.tr("Sound: then"))
                                                       : std::string(ui_.tr("Sound: now")),
                          .icon = icons::kVolume,
                          .key = cap_of(ui_, Key::kOtherSound),
                          .style = TextStyle::kLabelBold,
                          .tooltip = ui_.tr("The sound of the other take")};
    if (pressed("compare.sound", row_.cut_left(button_width(ui_, spec, 8), 8), spec, Key::kOtherSound))
      want(compare::Hear{1 - model_.heard});
  }

  void shift_by(MediaTime by) { want(compare::AlignByHand{model_.alignment.offset() - by}); }

  void draw_alignment() {
    const bool by_hand = model_.alignment.by_hand();
    const bool may_change = model_.alignment.any_common();
    const ButtonSpec how{.label = !words_   ? ""
                                  : by_hand ? ui_.tr("By hand")
                                            : ui_.tr("By product"),
                         .icon = icons::kLayout,
                         .key = cap_of(ui_, Key::kAlign),
                         .style = TextStyle::kLabelBold,
                         .enabled = may_change,
                         .tooltip = may_change ? ui_.tr("Beside each other by product or by hand")
                                               : ui_.tr("These takes have no product in common")};
    if (pressed("compare.align", row_.cut_right(button_width(ui_, how, 8), 8), how, Key::kAlign) &&
        may_change)
      by_hand ? want(compare::AlignByProduct{}) : want(compare::AlignByHand{here_as_offset()});
    if (!by_hand) return;
    const auto shift = [&](const char* name, const char* label, Key key, MediaTime by) {
      const ButtonSpec spec{.label = label, .key = cap_of(ui_, key), .style = TextStyle::kLabelBold};
      if (button(ui_, name, row_.cut_right(button_width(ui_, spec, 6), 4), spec)) shift_by(by);
    };
    shift("compare.later", "»", Key::kShiftLater, kShift);
    const double offset_s = -model_.alignment.offset().seconds();
    const std::string words = format_number(offset_s, 1, ui_.language()) + " s";
    draw_text_in(ui_, row_.cut_right(text_size(ui_, TextStyle::kLabelBold, "−000,0 s").w, 4),
                 TextStyle::kLabelBold, ui_.palette.text, words, Align::kCentre);
    shift("compare.earlier", "«", Key::kShiftEarlier, -kShift);
    if (key_pressed(Key::kShiftEarlier)) shift_by(-kShift);
    if (key_pressed(Key::kShiftLater)) shift_by(kShift);
    if (key_pressed(Key::kShiftMuchEarlier)) shift_by(-kMuchShift);
    if (key_pressed(Key::kShiftMuchLater)) shift_by(kMuchShift);
  }

  // As they lie beside each other just now, so that nothing jumps.
  MediaTime here_as_offset() const {
    return model_.takes[1].player.position - model_.takes[0].player.position;
  }

  void more_keys() {
    if (key_pressed(Key::kToBeginning)) want(compare::Seek{model_.heard, {}});
    if (key_pressed(Key::kToEnd)) want(compare::Seek{model_.heard, model_.leader().player.duration});
    const bool before = key_pressed(Key::kMarkBefore);
    if (!before && !key_pressed(Key::kMarkAfter)) return;
    const MediaTime here = model_.leader().player.position;
    std::optional<MediaTime> best;
    for (const AlignedStretch& stretch : model_.alignment.stretches(model_.heard)) {
      if (before && stretch.start < here - kJustBehind) best = stretch.start;
      if (!before && !best && stretch.start > here + model_.leader().player.frame_duration)
        best = stretch.start;
    }
    if (best) want(compare::Seek{model_.heard, *best});
  }

  Ui& ui_;
  Box row_;
  const CompareModel& model_;
  const bool words_;  // on the buttons
  std::optional<CompareIntent> intent_;
};

}  // namespace

std::optional<CompareIntent> draw_compare_transport(Ui& ui, Box row, const CompareModel& model) {
  return CompareTransport(ui, row, model).draw();
}

}  // namespace gladi
