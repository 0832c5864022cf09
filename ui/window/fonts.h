// The fonts of the screens, found through fontconfig and drawn by FreeType into ImGui's atlas.
#pragma once

#include <array>
#include <filesystem>

#include "encoder/base/error.h"
#include "ui/theme/text_style.h"

struct ImFont;

namespace gladi {

// Main thread, one ImGui context. Fonts of another scale replace the atlas: load again between frames.
class Fonts {
 public:
  // Fills the atlas of the current ImGui context for a UI scale. kNotFound names the font and the Debian
  // package that brings it.
  static Result<Fonts> load(float ui_scale);

  ImFont* font(TextStyle style) const { return fonts_[static_cast<size_t>(style)]; }
  // Height of one line, which is what ImGui takes for the font's size.
  float line_height_dp(TextStyle style) const;

 private:
  Fonts() = default;
  std::array<ImFont*, kTextStyles> fonts_{};  // owned by the atlas
};

}  // namespace gladi
