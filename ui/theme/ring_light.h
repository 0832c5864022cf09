// The ring light: in a dark room the free area of the screen shines on the host's face.
#pragma once

#include <string>

#include "ui/theme/theme.h"

namespace gladi {

struct RingLight {
  enum class Tone { kOff, kWhite, kWarm };
  static constexpr int kDimmest = 1;
  static constexpr int kBrightest = 5;

  Tone tone = Tone::kOff;
  int brightness = kBrightest;

  bool on() const { return tone != Tone::kOff; }
  RingLight next_tone() const;          // off, white, warm, and off again
  RingLight brighter(int steps) const;  // less than 0: dimmer
  friend bool operator==(const RingLight&, const RingLight&) = default;
};

// As the settings keep it: "off", "white", "warm"; anything else is off.
const char* name_of(RingLight::Tone tone);
RingLight::Tone parse_tone(const std::string& name);

// The screen's colours while the light is on: everything that isn't text or picture shines. Text keeps its
// contrast at every brightness.
Palette lit_palette(const RingLight& light);

}  // namespace gladi
