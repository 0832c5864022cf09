#include "ui/theme/ring_light.h"

#include <algorithm>
#include <cmath>

namespace gladi {
namespace {

using Tone = RingLight::Tone;

// Of the brightest value of each channel. sRGB 0.78 gives 57 percent of the light: less is no lamp, and dark
// text would no longer stand out.
constexpr double kShares[] = {0.78, 0.84, 0.90, 0.95, 1.0};
constexpr Rgba kWhite = rgb(0xFFFFFF);
constexpr Rgba kWarm = rgb(0xFFE1B8);  // about 3500 K, as a room's bulb

Rgba shining(Rgba colour, double share) {
  const auto scaled = [share](uint8_t channel) { return static_cast<uint8_t>(std::lround(channel * share)); };
  return {scaled(colour.r), scaled(colour.g), scaled(colour.b)};
}

}  // namespace

RingLight RingLight::next_tone() const {
  const Tone next = tone == Tone::kOff ? Tone::kWhite : tone == Tone::kWhite ? Tone::kWarm : Tone::kOff;
  return {next, brightness};
}

RingLight RingLight::brighter(int steps) const {
  return {tone, std::clamp(brightness + steps, kDimmest, kBrightest)};
}

const char* name_of(Tone tone) {
  return tone == Tone::kWhite ? "white" : tone == Tone::kWarm ? "warm" : "off";
}

Tone parse_tone(const std::string& name) {
  return name == "white" ? Tone::kWhite : name == "warm" ? Tone::kWarm : Tone::kOff;
}

Palette lit_palette(const RingLight& light) {
  const double share = kShares[light.brighter(0).brightness - 1];
  const Rgba lamp = shining(light.tone == Tone::kWarm ? kWarm : kWhite, share);
  const Rgba shade = shining(lamp, 0.93);   // what lies on a card
  const Rgba trough = shining(lamp, 0.84);  // the empty part of bars
  const Rgba ink = rgb(0x14162B);
  const Rgba faint = rgb(0x2A2D45);
  const Pair solid{rgb(0x2B3478), rgb(0xFFFFFF)};
  Palette p = kLightPalette;
  p.background = p.panel = lamp;
  p.raised = shade;
  p.track = trough;
  p.line = shining(lamp, 0.72);
  p.text = ink;
  p.mute = p.key = faint;
  p.logo = rgb(0x1E2560);
  p.focus = rgb(0x8A4B00);
  p.highlight = rgb(0x6B1D00);
  p.good = rgb(0x07451F);
  p.warn = rgb(0x5A3000);
  p.button = p.field = {lamp, ink};
  p.primary = solid;
  p.chip = {shade, ink};
  // A verdict's colour is the text's here: a dark chip would take light away.
  p.chip_good = {shade, rgb(0x07451F)};
  p.chip_warn = p.notice = {shade, rgb(0x4F2A00)};
  p.chip_bad = {shade, rgb(0x7A0A10)};
  return p;
}

}  // namespace gladi
