// The sheet in which a voice note is recorded, heard, and kept or not.
#include <imgui.h>

#include "studio/text/format.h"
#include "ui/screens/review/review_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {
using Phase = VoiceRecording::Phase;

// What is going on, in one line.
std::string line_of(const Ui& ui, const SpeakingModel& speaking) {
  if (speaking.recording.phase == Phase::kOpening) return ui.tr("The microphone is being opened…");
  if (speaking.recording.phase == Phase::kRecording)
    return ui.tr("Speak now. The recording waits meanwhile.");
  if (speaking.hearing) return ui.tr("This is what you said.");
  if (!speaking.ready) return speaking.problem ? "" : ui.tr("One moment…");
  return ui.tr("Keep it, hear it, or speak again.");
}

std::string clock_of(const SpeakingModel& speaking) {
  const MediaTime whole =
      speaking.recording.phase == Phase::kEnded ? speaking.recording.length : VoiceRecorder::kLongest;
  const MediaTime at = speaking.hearing ? speaking.heard : speaking.recording.length;
  return format_clock(at) + " / " + format_clock(whole);
}

std::optional<ReviewIntent> draw_recording(Ui& ui, Box row, const SpeakingModel& speaking) {
  const bool recording = speaking.recording.phase == Phase::kRecording;
  const ButtonSpec stop{.label = ui.tr("Stop"),
                        .icon = icons::kStop,
                        .key = "Enter",
                        .look = ButtonLook::kRed,
                        .enabled = recording};
  const ButtonSpec cancel{.label = ui.tr("Cancel"), .key = "Esc"};
  std::optional<ReviewIntent> intent;
  const bool pressed = button(ui, "review.voice.stop", row.cut_right(button_width(ui, stop), 12), stop);
  if (recording && (pressed || enter_pressed())) intent = review::StopSpeaking{};
  if (button(ui, "review.voice.cancel", row.cut_right(button_width(ui, cancel)), cancel))
    intent = review::DropSpoken{};
  return intent;
}

std::optional<ReviewIntent> draw_recorded(Ui& ui, Box row, const SpeakingModel& speaking) {
  std::optional<ReviewIntent> intent;
  const ButtonSpec keep{.label = ui.tr("Save"),
                        .icon = icons::kCheck,
                        .key = "Enter",
                        .look = ButtonLook::kPrimary,
                        .enabled = speaking.ready};
  const ButtonSpec drop{.label = ui.tr("Cancel"), .key = "Esc"};
  const ButtonSpec again{
      .label = ui.tr("Again"), .icon = icons::kMicrophone, .key = cap_of(ui, Key::kVoiceNote)};
  const ButtonSpec hear{.icon = speaking.hearing ? icons::kStop : icons::kPlay,
                        .key = cap_of(ui, Key::kListen),
                        .enabled = speaking.ready,
                        .tooltip = ui.tr("Hear the voice note")};
  // Each one is drawn, whichever is pressed.
  const bool kept = button(ui, "review.voice.keep", row.cut_right(button_width(ui, keep, 14), 10), keep);
  const bool dropped = button(ui, "review.voice.cancel", row.cut_right(button_width(ui, drop, 14), 10), drop);
  const bool heard = button(ui, "review.voice.hear", row.cut_left(button_width(ui, hear, 14), 10), hear);
  const bool anew = button(ui, "review.voice.again", row.cut_left(button_width(ui, again, 14)), again);
  if (dropped) intent = review::DropSpoken{};
  if (anew || key_pressed_in_sheet(Key::kVoiceNote)) intent = review::SpeakAgain{};
  if (!speaking.ready) return intent;
  if (heard || key_pressed_in_sheet(Key::kListen)) intent = review::HearSpoken{};
  if (kept || enter_pressed()) intent = review::KeepSpoken{};
  return intent;
}

}  // namespace

std::optional<ReviewIntent> draw_voice_sheet(Ui& ui, const ReviewModel& model) {
  const SpeakingModel& speaking = *model.speaking;
  std::optional<ReviewIntent> intent;
  SheetScope sheet(ui, "review.voice", ui.tr("Speak a comment"), 300);
  if (sheet.closed()) return review::DropSpoken{};
  if (!sheet.open()) return intent;
  const bool ended = speaking.recording.phase == Phase::kEnded;
  ui.widgets.note("review.voice", ended ? (speaking.ready ? "ready" : "ended") : "recording");
  ui.widgets.note("review.voice.length_ms", std::to_string(speaking.recording.length.ms()));
  ui.widgets.note("review.voice.heard", speaking.hearing ? "yes" : "no");
  Box content = sheet.box();
  const Box row = content.cut_bottom(Metrics::kButtonHeight, 12);
  draw_text_in(ui, content.cut_top(26, 8), TextStyle::kBody, ui.palette.text, line_of(ui, speaking));
  Box meter = content.cut_top(30, 8);
  draw_text_in(ui, meter.cut_right(130), TextStyle::kBodyBold, ui.palette.text, clock_of(speaking),
               Align::kRight);
  level_bar(ui, meter.inset(0, 9), ended ? SoundLevel::kSilenceDbfs : speaking.recording.level.peak_dbfs);
  if (speaking.problem)
    draw_wrapped(ui, content, TextStyle::kLabel, ui.palette.chip_bad.text, ui.tr(*speaking.problem));
  if (auto other = ended ? draw_recorded(ui, row, speaking) : draw_recording(ui, row, speaking))
    intent = other;
  return intent;
}

}  // namespace gladi
