#include "ui/widgets/ring_light_buttons.h"

#include <algorithm>

#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kGap = 6;
constexpr float kPadding = 6;
constexpr float kRoomForSteps = 148;

// Where there is little room the key loses its cap, then the words go; the key stays.
void fit_into(const Ui& ui, ButtonSpec& spec, float width) {
  if (button_width(ui, spec, kPadding) <= width) return;
  const std::string key = spec.key;
  spec.key = nullptr;
  spec.label += (spec.label.empty() ? "" : " ") + key;
  if (spec.icon != nullptr && button_width(ui, spec, kPadding) > width) spec.label = key;
}

}  // namespace

std::optional<RingLight> ring_light_buttons(Ui& ui, const std::string& prefix, Box box,
                                            const RingLight& light) {
  std::optional<RingLight> wish;
  const std::string brightness = std::to_string(light.brightness);
  ui.widgets.note(prefix + ".light", light.on() ? name_of(light.tone) + (" " + brightness) : "off");
  const auto press = [&](Key key, int by) {
    if (light.on() && light.brighter(by) != light && key_pressed(key)) wish = light.brighter(by);
  };
  press(Key::kDimmer, -1);
  press(Key::kBrighter, 1);
  if (light.on() && box.w >= kRoomForSteps) {
    const auto step = [&](const char* name, const char* label, Key key, int by, const Box& place) {
      ButtonSpec spec{.label = label,
                      .key = cap_of(ui, key),
                      .style = TextStyle::kLabelBold,
                      .enabled = light.brighter(by) != light,
                      .tooltip = by < 0 ? ui.tr("Dimmer") : ui.tr("Brighter")};
      fit_into(ui, spec, place.w);
      if (button(ui, prefix + name, place, spec)) wish = light.brighter(by);
    };
    const float width = std::clamp(box.w * 0.29F, 42.0F, 70.0F);
    step(".dimmer", "−", Key::kDimmer, -1, box.cut_left(width, kGap));
    step(".brighter", "+", Key::kBrighter, 1, box.cut_right(width, kGap));
  }
  ButtonSpec lamp{.label = light.on() ? brightness : ui.tr("Screen light"),
                  .icon = icons::kLight,
                  .key = cap_of(ui, Key::kLamp),
                  .look = light.on() ? ButtonLook::kPrimary : ButtonLook::kNormal,
                  .style = TextStyle::kLabelBold,
                  .tooltip = ui.tr("The screen shines on your face: white, warm, off")};
  fit_into(ui, lamp, box.w);
  if (button(ui, prefix + ".light", box, lamp) || key_pressed(Key::kLamp)) wish = light.next_tone();
  return wish;
}

}  // namespace gladi
