#include "ui/screens/studio/studio_screen.h"

#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kBandHeight = 54;
constexpr float kBandGap = 10;

struct Band {
  const char* name;
  const char* icon;
  std::string words;
  Pair colours;
  bool offers_other = false;  // another microphone
};

std::string seconds(MediaTime time) {
  return std::to_string(time.ms() / 1000);
}

std::vector<Band> bands_of(const Ui& ui, const StudioModel& model) {
  const DeviceState& devices = model.state.devices;
  const Palette& p = ui.palette;
  std::vector<Band> bands;
  if (devices.microphone.lost) {
    bands.push_back({"studio.alarm.microphone", icons::kMicrophone,
                     ui.tr("The microphone {0} is gone: silence is being recorded ({1} s).",
                           {model.microphone_name, seconds(devices.microphone.lost_for)}),
                     p.red, true});
  } else if (devices.alarm == SoundAlarm::kSilent) {
    bands.push_back({"studio.alarm.microphone", icons::kMicrophone,
                     ui.tr("Nothing is heard: is the microphone switched off?"), p.notice, true});
  } else if (devices.alarm == SoundAlarm::kClipping) {
    bands.push_back({"studio.alarm.microphone", icons::kMicrophone,
                     ui.tr("Too loud: the sound is distorted. Move away from the microphone a little."),
                     p.notice});
  }
  if (devices.camera.lost) {
    const char* words =
        model.microphone_name.empty()
            ? GLADI_TEXT("The camera is gone ({0} s). It is looked for; check its cable.")
            : GLADI_TEXT("The camera is gone ({0} s); the sound goes on. It is looked for; check its cable.");
    bands.push_back(
        {"studio.alarm.camera", icons::kCamera, ui.tr(words, {seconds(devices.camera.lost_for)}), p.red});
  }
  return bands;
}

}  // namespace

std::optional<StudioIntent> draw_alarms(Ui& ui, Box& content, const StudioModel& model) {
  std::optional<StudioIntent> intent;
  if (model.phase != StudioModel::Phase::kRecording) return intent;
  for (const Band& band : bands_of(ui, model)) {
    Box box = content.cut_top(kBandHeight, kBandGap);
    fill(ui, box, band.colours.fill, Metrics::kButtonRadius);
    ui.widgets.add(band.name, box);
    box = box.inset(14, 4);
    if (band.offers_other && !model.other_microphone_spec.empty()) {
      ButtonSpec other{.label = ui.tr("Use {0}", {model.other_microphone_name}),
                       .key = cap_of(ui, Key::kOtherMicrophone),
                       .style = TextStyle::kLabelBold};
      // A long name gives way to the words.
      const float most = box.w * 0.45F;
      if (button_width(ui, other) > most)
        other.label = shortened(ui, other.style, other.label, most - 2 * Metrics::kButtonPadding - 40);
      if (button(ui, "studio.other_microphone", box.cut_right(button_width(ui, other), 12), other) ||
          key_pressed(Key::kOtherMicrophone)) {
        intent = studio::UseMicrophone{model.other_microphone_spec};
      }
    }
    draw_text_in(ui, box.cut_left(26, 8), TextStyle::kBody, band.colours.text, band.icon);
    const TextStyle style = text_size(ui, TextStyle::kBodyBold, band.words).w <= box.w
                                ? TextStyle::kBodyBold
                                : TextStyle::kLabelBold;
    const float height = wrapped_height(ui, style, band.words, box.w);
    draw_wrapped(ui, box.centred(box.w, std::min(height, box.h)), style, band.colours.text, band.words);
  }
  return intent;
}

}  // namespace gladi
