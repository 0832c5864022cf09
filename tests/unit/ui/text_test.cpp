#include "ui/widgets/text.h"

#include "tests/unit/ui/screen_fixture.h"

namespace gladi {
namespace {

class TextTest : public test::ScreenTest {
 protected:
  // What `measure` says inside of a frame.
  template <class T>
  T in_frame(const std::function<T(Ui&)>& measure) {
    T result{};
    frame<int>([&](Ui& ui) -> std::optional<int> {
      const ScreenScope screen(ui, "text");
      result = measure(ui);
      return {};
    });
    return result;
  }
  float lines(const std::string& text, float width) {
    return in_frame<float>([&](Ui& ui) {
      return wrapped_height(ui, TextStyle::kBody, text, width) / ui.fonts.line_height_dp(TextStyle::kBody);
    });
  }
  float width_of(const std::string& text) {
    return in_frame<float>([&](Ui& ui) { return text_size(ui, TextStyle::kBody, text).w; });
  }
};

TEST_F(TextTest, LinesEndAtBlanks) {
  EXPECT_FLOAT_EQ(lines("satu dua tiga", width_of("satu dua tiga")), 1);
  EXPECT_FLOAT_EQ(lines("satu dua tiga", width_of("satu dua") + 2), 2);
  EXPECT_FLOAT_EQ(lines("satu\ndua", 1000), 2);
}

TEST_F(TextTest, APriceIsNeverTorn) {
  // "biasa Rp" would fit on the first line: the price goes to the second one whole.
  EXPECT_FLOAT_EQ(lines("biasa Rp 225.000", width_of("biasa Rp 22")), 2);
  EXPECT_GE(width_of("biasa Rp 22"), width_of("Rp 225.000"));
}

TEST_F(TextTest, AWordWiderThanTheLineIsBrokenRatherThanLost) {
  EXPECT_GE(lines("Ecoprintecoprintecoprint", width_of("Ecoprint")), 3);
}

TEST_F(TextTest, WhatDoesNotFitEndsInDots) {
  const float room = width_of("Kain Ecoprint");
  const std::string cut = in_frame<std::string>(
      [&](Ui& ui) { return shortened(ui, TextStyle::kBody, "Kain Ecoprint Daun Jati", room); });
  EXPECT_TRUE(cut.ends_with("…")) << cut;
  EXPECT_LE(width_of(cut), room);
  EXPECT_EQ(in_frame<std::string>([&](Ui& ui) { return shortened(ui, TextStyle::kBody, "Kain", room); }),
            "Kain");
}

}  // namespace
}  // namespace gladi
