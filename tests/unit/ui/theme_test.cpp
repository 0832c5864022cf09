#include "ui/theme/theme.h"

#include <gtest/gtest.h>

#include <string>

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
