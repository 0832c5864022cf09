// The kinds of text on a screen: each has one size and one weight.
#pragma once

#include <array>
#include <cstddef>

namespace gladi {

enum class TextStyle {
  kKey,          // on key caps
  kCaption,      // small remarks
  kCaptionBold,  // chips
  kLabel,        // secondary lines
  kLabelBold,
  kBody,
  kBodyBold,  // buttons, names
  kTitle,     // of a card
  kLogo,
  kBig,        // the red button
  kKeyPoint,   // what the host should mention
  kHeading,    // of a screen
  kClock,      // time left: digits only
  kCountdown,  // 3-2-1: digits only
};
constexpr size_t kTextStyles = 14;

enum class TextWeight { kMedium, kSemiBold, kBold };

struct TextFace {
  float size_dp;  // of the em, as in the pictures of the screens
  TextWeight weight;
  bool digits_only;  // a big size without letters keeps the font texture small
};

constexpr std::array<TextFace, kTextStyles> kTextFaces = {{
    {13, TextWeight::kSemiBold, false},
    {14, TextWeight::kMedium, false},
    {14, TextWeight::kSemiBold, false},
    {15, TextWeight::kMedium, false},
    {15, TextWeight::kSemiBold, false},
    {17, TextWeight::kMedium, false},
    {17, TextWeight::kSemiBold, false},
    {20, TextWeight::kBold, false},
    {24, TextWeight::kBold, false},
    {24, TextWeight::kSemiBold, false},
    {25, TextWeight::kSemiBold, false},
    {30, TextWeight::kBold, false},
    {64, TextWeight::kBold, true},
    {150, TextWeight::kBold, true},
}};

constexpr const TextFace& text_face(TextStyle style) {
  return kTextFaces[static_cast<size_t>(style)];
}
constexpr float text_size_dp(TextStyle style) {
  return text_face(style).size_dp;
}

}  // namespace gladi
