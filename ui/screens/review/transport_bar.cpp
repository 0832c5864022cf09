// The row of buttons that run the player, and the keys that do the same.
#include <imgui.h>

#include <algorithm>

#include "studio/text/format.h"
#include "ui/screens/review/review_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/play_speed.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr MediaTime kJump = MediaTime::from_ms(5000);
constexpr float kRoomForWords = 1480;   // what the row needs with its words
constexpr float kRoomForVolume = 1150;  // and without them, with a bar for the volume
constexpr float kVolumeBar = 84;
constexpr float kVolumeStep = 0.1F;
// A loop that is begun behind its own end goes on this long.
constexpr MediaTime kShortestLoop = MediaTime::from_ms(500);

class TransportRow {
 public:
  TransportRow(Ui& ui, Box row, const ReviewModel& model, ReviewView& view)
      : ui_(ui),
        row_(row),
        model_(model),
        view_(view),
        enabled_(!model.opening && !model.problem),
        words_(row.w >= kRoomForWords),
        roomy_(row.w >= kRoomForVolume) {}

  std::optional<ReviewIntent> draw() {
    draw_play();
    jump("review.back5", ui_.tr("5 s"), icons::kReplay5, Key::kSeekBack, review::SeekBy{-kJump});
    jump("review.forward5", ui_.tr("5 s"), icons::kForward5, Key::kSeekForward, review::SeekBy{kJump});
    jump("review.step_back", ui_.tr("1 frame"), icons::kSkipPrevious, Key::kFrameBack, review::Step{-1});
    jump("review.step", ui_.tr("1 frame"), icons::kSkipNext, Key::kFrameForward, review::Step{1});
    // From the right.
    draw_large();
    draw_projecting();
    draw_volume();
    draw_loop();
    draw_speed();
    more_keys();
    return intent_;
  }

 private:
  void want(ReviewIntent intent) { intent_ = std::move(intent); }

  ButtonSpec small(const char* icon, Key key, const char* tooltip) const {
    return {.label = "",
            .icon = icon,
            .key = cap_of(ui_, key),
            .style = TextStyle::kLabelBold,
            .enabled = enabled_,
            .tooltip = tooltip};
  }
  bool pressed(const char* name, const Box& box, const ButtonSpec& spec, Key key) {
    return button(ui_, name, box, spec) || (enabled_ && key_pressed(key));
  }
  bool at_right(const char* name, const ButtonSpec& spec, Key key) {
    return pressed(name, row_.cut_right(button_width(ui_, spec, spec.label.empty() ? padding() : 8), gap()),
                   spec, key);
  }

  float padding() const { return roomy_ ? 8 : 4; }
  float gap() const { return roomy_ ? 8 : 4; }

  void draw_play() {
    const PlayerState& player = model_.player;
    const auto spec = [&](const char* label, const char* icon) {
      return ButtonSpec{.label = roomy_ ? label : "",
                        .icon = icon,
                        .key = cap_of(ui_, Key::kPlay),
                        .look = ButtonLook::kPrimary,
                        .enabled = enabled_};
    };
    const ButtonSpec play = spec(ui_.tr("Play"), icons::kPlay), pause = spec(ui_.tr("Pause"), icons::kPause);
    // As wide as its wider word, so that nothing jumps when it changes.
    const float width = std::max(button_width(ui_, play, 12), button_width(ui_, pause, 12));
    if (pressed("review.play", row_.cut_left(width, gap()), player.playing ? pause : play, Key::kPlay))
      want(review::TogglePlay{});
    const std::string time = format_clock(player.position) + " / " + format_clock(player.duration);
    const std::string widest = format_clock(player.duration) + " / " + format_clock(player.duration);
    const TextStyle style = roomy_ ? TextStyle::kTitle : TextStyle::kBodyBold;
    draw_text_in(ui_, row_.cut_left(text_size(ui_, style, widest).w + 8, gap()), style, ui_.palette.text,
                 time);
  }

  // Where the row is short the picture and the key say it alone.
  void jump(const char* name, const char* label, const char* icon, Key key, ReviewIntent wish) {
    ButtonSpec spec = small(icon, key, words_ ? nullptr : label);
    if (words_) spec.label = label;
    if (pressed(name, row_.cut_left(button_width(ui_, spec, padding()), gap()), spec, key))
      want(std::move(wish));
  }

  void draw_large() {
    const char* words = view_.large ? ui_.tr("The picture small again") : ui_.tr("The picture large");
    ButtonSpec spec =
        small(view_.large ? icons::kFullScreenExit : icons::kFullScreen, Key::kLargePicture, words);
    if (at_right("review.large", spec, Key::kLargePicture)) want(review::SetLarge{!view_.large});
  }

  void draw_projecting() {
    using Projecting = ReviewModel::Projecting;
    if (model_.projecting == Projecting::kNoProjector) return;
    const bool on = model_.projecting == Projecting::kOn;
    const bool allowed = model_.projecting != Projecting::kNotAllowed;
    ButtonSpec spec = small(icons::kProjector, Key::kOnProjector,
                            !allowed ? ui_.tr("This person hasn't agreed to be shown to the class")
                            : on     ? ui_.tr("The class sees this recording")
                                     : ui_.tr("Show it on the projector"));
    spec.enabled = enabled_ && allowed;
    if (on) spec.look = ButtonLook::kPrimary;
    if (at_right("review.projecting", spec, Key::kOnProjector) && allowed) want(review::SetProjecting{!on});
  }

  void set_volume(float volume) { want(review::SetVolume{std::clamp(volume, 0.0F, 1.0F), false}); }

  void draw_volume() {
    if (roomy_) {
      const Box bar_box = row_.cut_right(kVolumeBar, 8);
      const Box track = bar_box.inset(0, (bar_box.h - 8) / 2);
      press_area(ui_, "review.volume", bar_box, 6);
      if (enabled_ && ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left))
        set_volume((ImGui::GetIO().MousePos.x - track.x) / track.w);
      bar(ui_, track, model_.muted ? 0 : model_.volume, ui_.palette.primary.fill);
    }
    const bool silent = model_.muted || model_.volume <= 0;
    const ButtonSpec spec = small(silent ? icons::kVolumeOff : icons::kVolume, Key::kSilent,
                                  silent ? ui_.tr("Sound on") : ui_.tr("Sound off"));
    if (at_right("review.mute", spec, Key::kSilent)) want(review::SetVolume{model_.volume, !model_.muted});
    if (!enabled_) return;
    if (key_pressed(Key::kLouder)) set_volume(model_.volume + kVolumeStep);
    if (key_pressed(Key::kQuieter)) set_volume(model_.volume - kVolumeStep);
  }

  void begin_loop() { view_.timeline.begin = model_.player.position; }
  void end_loop() {
    if (!view_.timeline.begin) return;
    const MediaTime begin = *view_.timeline.begin, here = model_.player.position;
    view_.timeline.begin.reset();
    // Whichever of the two points was set first.
    PlayerLoop loop{std::min(begin, here), std::max(begin, here)};
    loop.end = std::max(loop.end, loop.begin + kShortestLoop);
    want(review::SetLoop{loop});
  }
  void end_looping() {
    view_.timeline.begin.reset();
    want(review::SetLoop{std::nullopt});
  }

  // One button: from here, to here, no more. The keys say each by itself.
  void draw_loop() {
    const bool on = model_.player.loop.has_value(), begun = view_.timeline.begin.has_value();
    ButtonSpec spec = small(icons::kLoop,
                            begun ? Key::kLoopEnd
                            : on  ? Key::kNoLoop
                                  : Key::kLoopBegin,
                            begun ? ui_.tr("Play again and again up to here")
                            : on  ? ui_.tr("No longer again and again")
                                  : ui_.tr("Play again and again from here"));
    if (on || begun) spec.look = ButtonLook::kPrimary;
    if (button(ui_, "review.loop", row_.cut_right(button_width(ui_, spec, padding()), gap()), spec)) {
      if (begun) return end_loop();
      if (on) return end_looping();
      return begin_loop();
    }
    if (!enabled_) return;
    if (key_pressed(Key::kLoopBegin)) begin_loop();
    if (key_pressed(Key::kLoopEnd)) end_loop();
    if (key_pressed(Key::kNoLoop)) end_looping();
  }

  void draw_speed() {
    const PlayerState& player = model_.player;
    ButtonSpec faster{.label = "+",
                      .key = cap_of(ui_, Key::kFaster),
                      .style = TextStyle::kLabelBold,
                      .enabled = enabled_,
                      .tooltip = ui_.tr("Faster")};
    if (at_right("review.faster", faster, Key::kFaster))
      want(review::SetSpeed{neighbour_speed(player.speed, true)});
    const Box words = row_.cut_right(text_size(ui_, TextStyle::kLabelBold, "−0,75×").w + 4, 2);
    const bool usual = player.speed == 1.0 && player.backwards_speed == 0;
    if (press_area(ui_, "review.speed", words, 8) && enabled_) want(review::SetSpeed{1.0});
    draw_text_in(
        ui_, words, TextStyle::kLabelBold, usual ? ui_.palette.text : ui_.palette.chip_warn.text,
        speed_words(player.backwards_speed > 0 ? -player.backwards_speed : player.speed, ui_.language()),
        Align::kCentre);
    ButtonSpec slower = faster;
    slower.label = "−";
    slower.key = cap_of(ui_, Key::kSlower);
    slower.tooltip = ui_.tr("Slower");
    if (at_right("review.slower", slower, Key::kSlower))
      want(review::SetSpeed{neighbour_speed(player.speed, false)});
  }

  void more_keys() {
    if (!enabled_) return;
    if (key_pressed(Key::kBackwards)) want(review::Shuttle{false});
    if (key_pressed(Key::kForwards)) {
      // Already going: faster, as with editors.
      const PlayerState& player = model_.player;
      const bool going = player.playing && player.backwards_speed == 0;
      if (going) return want(review::SetSpeed{neighbour_speed(player.speed, true)});
      want(review::Shuttle{true});
    }
    if (key_pressed(Key::kToBeginning)) want(review::Seek{{}});
    if (key_pressed(Key::kToEnd)) want(review::Seek{model_.player.duration});
  }

  Ui& ui_;
  Box row_;
  const ReviewModel& model_;
  ReviewView& view_;
  const bool enabled_;
  const bool words_;  // on the buttons
  const bool roomy_;
  std::optional<ReviewIntent> intent_;
};

}  // namespace

std::optional<ReviewIntent> draw_transport(Ui& ui, const Box& row, const ReviewModel& model,
                                           ReviewView& view) {
  return TransportRow(ui, row, model, view).draw();
}

}  // namespace gladi
