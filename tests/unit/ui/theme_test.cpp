#include "ui/theme/theme.h"

#include "ui/theme/ring_light.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gladi {
namespace {

struct NamedPair {
  std::string name;
  Rgba text;
  Rgba fill;
};

// Every text colour with every ground it is drawn on.
std::vector<NamedPair> pairs_of(const Palette& p) {
  return {
      {"text on background", p.text, p.background},
      {"text on panel", p.text, p.panel},
      {"text on raised", p.text, p.raised},
      {"mute on background", p.mute, p.background},
      {"mute on panel", p.mute, p.panel},
      {"mute on raised", p.mute, p.raised},
      {"logo on panel", p.logo, p.panel},
      {"highlight on panel", p.highlight, p.panel},
      {"key cap on button", p.key, p.button.fill},
      {"button", p.button.text, p.button.fill},
      {"primary button", p.primary.text, p.primary.fill},
      {"red button", p.red.text, p.red.fill},
      {"text field", p.field.text, p.field.fill},
      {"hint in a text field", p.mute, p.field.fill},
      {"chip", p.chip.text, p.chip.fill},
      {"good chip", p.chip_good.text, p.chip_good.fill},
      {"warning chip", p.chip_warn.text, p.chip_warn.fill},
      {"bad chip", p.chip_bad.text, p.chip_bad.fill},
      {"notice", p.notice.text, p.notice.fill},
      {"tooltip", p.tooltip.text, p.tooltip.fill},
  };
}

TEST(Theme, EveryTextStandsOutFromItsGround) {
  for (const Palette* palette : {&kLightPalette, &kDarkPalette}) {
    for (const NamedPair& pair : pairs_of(*palette)) {
      EXPECT_GE(contrast(pair.text, pair.fill), 4.5)
          << pair.name << (palette == &kLightPalette ? " (light)" : " (dark)");
    }
  }
}

using Tone = RingLight::Tone;

// On the lit screen verdicts, sums and cues are written in these colours too.
TEST(RingLight, EveryTextStandsOutAtEveryBrightness) {
  for (const Tone tone : {Tone::kWhite, Tone::kWarm}) {
    for (int brightness = RingLight::kDimmest; brightness <= RingLight::kBrightest; ++brightness) {
      const Palette p = lit_palette({tone, brightness});
      std::vector<NamedPair> pairs = pairs_of(p);
      for (const auto& [name, colour] :
           {std::pair("good", p.good), {"warn", p.warn}, {"highlight", p.highlight}}) {
        pairs.push_back({std::string(name) + " on panel", colour, p.panel});
        pairs.push_back({std::string(name) + " on raised", colour, p.raised});
      }
      for (const NamedPair& pair : pairs)
        EXPECT_GE(contrast(pair.text, pair.fill), 4.5) << pair.name << ", " << name_of(tone) << brightness;
      EXPECT_GE(contrast(p.focus, p.panel), 3);
    }
  }
}

TEST(RingLight, ShinesBrighterStepByStepUpToWhite) {
  for (const Tone tone : {Tone::kWhite, Tone::kWarm}) {
    for (int brightness = RingLight::kDimmest; brightness < RingLight::kBrightest; ++brightness) {
      EXPECT_GT(lit_palette({tone, brightness + 1}).background.g,
                lit_palette({tone, brightness}).background.g);
    }
  }
  EXPECT_EQ(lit_palette({Tone::kWhite, RingLight::kBrightest}).background, rgb(0xFFFFFF));
  const Rgba warm = lit_palette({Tone::kWarm, RingLight::kBrightest}).background;
  EXPECT_GT(warm.r, warm.g);
  EXPECT_GT(warm.g, warm.b);
}

TEST(RingLight, GoesRoundItsTonesAndStaysWithinItsBrightness) {
  RingLight light{Tone::kOff, 3};
  light = light.next_tone();
  EXPECT_EQ(light, (RingLight{Tone::kWhite, 3}));
  light = light.next_tone();
  EXPECT_EQ(light, (RingLight{Tone::kWarm, 3}));
  EXPECT_EQ(light.next_tone(), (RingLight{Tone::kOff, 3}));
  EXPECT_EQ(light.brighter(9).brightness, RingLight::kBrightest);
  EXPECT_EQ(light.brighter(-9).brightness, RingLight::kDimmest);
}

TEST(Theme, ContrastIsTheOneOfWcag) {
  EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xFFFFFF)), 21.0, 0.01);
  EXPECT_NEAR(contrast(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.01);
  EXPECT_NEAR(contrast(rgb(0xFFFFFF), rgb(0xFFFFFF)), 1.0, 0.001);
}

TEST(Theme, ALaptopIsNotScaledAndBigScreensAre) {
  EXPECT_FLOAT_EQ(guess_ui_scale(768), 1.0F);
  EXPECT_FLOAT_EQ(guess_ui_scale(1080), 1.25F);
  EXPECT_FLOAT_EQ(guess_ui_scale(2160), 2.5F);
}

TEST(Theme, AScaleNeverPushesThingsOutOfTheWindow) {
  EXPECT_FLOAT_EQ(fitting_ui_scale(1.5F, 1920, 1080), 1.5F);
  EXPECT_FLOAT_EQ(fitting_ui_scale(2.5F, 1024, 768), 1.0F);
  EXPECT_FLOAT_EQ(fitting_ui_scale(0.8F, 1366, 768), 0.8F);
}

}  // namespace
}  // namespace gladi
