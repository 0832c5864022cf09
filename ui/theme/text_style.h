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
  kBig,       // the red button
  kKeyPoint,  // what the host should mention
  kHeading,   // of a screen
  kPrompter,  // the same for who wants it larger
  kPrompterLarge,
  kClock,      // time left: digits only
  kCountdown,  // 3-2-1: digits only
};
constexpr size_t kTextStyles = 16;

// Which letters a face has: big ones with few keep the font texture small.
enum class TextLetters { kAll, kWestern, kDigits };

enum class TextWeight { kMedium, kSemiBold, kBold };

struct TextFace {
  float size_dp;  // of the em, as in the pictures of the screens
  TextWeight weight;
  TextLetters letters;
};

constexpr std::array<TextFace, kTextStyles> kTextFaces = {{
    {13, TextWeight::kSemiBold, TextLetters::kAll},
    {14, TextWeight::kMedium, TextLetters::kAll},
    {14, TextWeight::kSemiBold, TextLetters::kAll},
    {15, TextWeight::kMedium, TextLetters::kAll},
    {15, TextWeight::kSemiBold, TextLetters::kAll},
    {17, TextWeight::kMedium, TextLetters::kAll},
    {17, TextWeight::kSemiBold, TextLetters::kAll},
    {20, TextWeight::kBold, TextLetters::kAll},
    {24, TextWeight::kBold, TextLetters::kAll},
    {24, TextWeight::kSemiBold, TextLetters::kAll},
    {25, TextWeight::kSemiBold, TextLetters::kAll},
    {30, TextWeight::kBold, TextLetters::kAll},
    {32, TextWeight::kSemiBold, TextLetters::kWestern},
    {40, TextWeight::kSemiBold, TextLetters::kWestern},
    {64, TextWeight::kBold, TextLetters::kDigits},
    {150, TextWeight::kBold, TextLetters::kDigits},
}};

constexpr const TextFace& text_face(TextStyle style) {
  return kTextFaces[static_cast<size_t>(style)];
}
constexpr float text_size_dp(TextStyle style) {
  return text_face(style).size_dp;
}

}  // namespace gladi
