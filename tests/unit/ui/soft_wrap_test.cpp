#include "ui/widgets/soft_wrap.h"

#include <gtest/gtest.h>

#include "tests/unit/ui/screen_fixture.h"
#include "ui/widgets/fields.h"

namespace gladi::test {
namespace {

using soft_wrap::Typing;

// Ten letters a line, whole words where that can be.
size_t ten_letters(std::string_view line) {
  if (line.size() <= 10) return line.size();
  const size_t blank = line.rfind(' ', 10);
  return blank == std::string_view::npos || blank == 0 ? 10 : blank;
}

Typing at(const std::string& shown, int cursor) {
  return {shown, cursor, cursor, cursor};
}

TEST(SoftWrap, BreaksBetweenWordsAndKeepsWhatWasTyped) {
  EXPECT_EQ(soft_wrap::wrap("satu dua tiga empat", ten_letters), "satu dua \r\ntiga empat");
  EXPECT_EQ(soft_wrap::wrap("satu dua\ntiga", ten_letters), "satu dua\ntiga");
  EXPECT_EQ(soft_wrap::wrap("abcdefghijklmno", ten_letters), "abcdefghij\r\nklmno");
  for (const std::string text :
       {"", "\n", "\n\n", "a  b   c  ", "satu dua tiga empat lima\n\nenam tujuh delapan\n"}) {
    EXPECT_EQ(soft_wrap::unwrap(soft_wrap::wrap(text, ten_letters)), text);
  }
}

TEST(SoftWrap, BreaksNoLetterApart) {
  const std::string text = "ééééééééééééééé";
  EXPECT_EQ(soft_wrap::wrap(text, [](std::string_view) { return size_t{3}; }),
            "éé\r\néé\r\néé\r\néé\r\néé\r\néé\r\néé\r\né");
}

TEST(SoftWrap, WhatIsTypedMovesTheBreaksAndTheCursorWithItsLetter) {
  // "xx" has just been typed before "tiga".
  const Typing next = soft_wrap::rewrap(at("satu dua \r\nxxtiga empat", 13), 12, ten_letters);
  EXPECT_EQ(next.shown, "satu dua \r\nxxtiga \r\nempat");
  EXPECT_EQ(next.cursor, 13);
}

TEST(SoftWrap, StepsGoOverABreakInBothDirections) {
  const std::string shown = "satu dua \r\ntiga empat";
  EXPECT_EQ(soft_wrap::rewrap(at(shown, 9), 8, ten_letters).cursor, 11)
      << "to the right: the next line's first letter";
  EXPECT_EQ(soft_wrap::rewrap(at(shown, 10), 11, ten_letters).cursor, 8) << "to the left: before the blank";
  EXPECT_EQ(soft_wrap::rewrap(at(shown, 9), 0, ten_letters).cursor, 8) << "the End key stays in its line";
}

TEST(SoftWrap, BackspaceBehindABreakTakesTheLetterBeforeIt) {
  // It has taken "\n": half of the break.
  const Typing next = soft_wrap::rewrap(at("satu dua \rtiga empat", 10), 11, ten_letters);
  EXPECT_EQ(soft_wrap::unwrap(next.shown), "satu duatiga empat");
  EXPECT_EQ(soft_wrap::unwrap(next.shown.substr(0, static_cast<size_t>(next.cursor))), "satu dua");
}

TEST(SoftWrap, KeepsWhatIsSelected) {
  const Typing now{"satu dua tiga empat", 13, 5, 13};
  const Typing next = soft_wrap::rewrap(now, 13, ten_letters);
  EXPECT_EQ(next.selection_start, 5);
  EXPECT_EQ(next.selection_end, 15);
}

class TextAreaTest : public ScreenTest {
 protected:
  void draw() {
    frame<bool>([this](Ui& ui) {
      ImGui::SetNextWindowPos({0, 0});
      ImGui::SetNextWindowSize({area_.w, area_.h});
      ImGui::Begin("screen", nullptr, ImGuiWindowFlags_NoDecoration);
      text_area(ui, "area", {20, 20, 300, 200}, &text_, focus_);
      ImGui::End();
      focus_ = false;
      return std::optional<bool>();
    });
  }
  void type(const std::string& text) {
    for (const char c : text) {
      ImGui::GetIO().AddInputCharacter(static_cast<unsigned int>(c));
      draw();
    }
    draw();
  }
  void press(ImGuiKey key, int scancode) {
    ImGuiIO& io = ImGui::GetIO();
    io.KeyMap[key] = scancode;
    io.KeysDown[scancode] = true;
    draw();
    io.KeysDown[scancode] = false;
    draw();
  }

  std::string text_;
  bool focus_ = true;
};

TEST_F(TextAreaTest, ALongTextIsTypedOnlyOnceAndStaysInTheArea) {
  draw();
  draw();
  const std::string words =
      "Halo semuanya, selamat datang di live kami malam ini, hari ini ada kain jati asli.";
  type(words);
  EXPECT_EQ(text_, words);
  press(ImGuiKey_Backspace, SDL_SCANCODE_BACKSPACE);
  EXPECT_EQ(text_, words.substr(0, words.size() - 1));
  press(ImGuiKey_Home, SDL_SCANCODE_HOME);  // of the last line that is seen
  type("X");
  const size_t typed_at = text_.find('X');
  EXPECT_GT(typed_at, 20U);
  EXPECT_EQ(text_[typed_at - 1], ' ') << text_;
  press(ImGuiKey_Enter, SDL_SCANCODE_RETURN);
  EXPECT_EQ(text_[typed_at + 1], '\n') << text_;
  EXPECT_EQ(text_.find('\r'), std::string::npos);
}

}  // namespace
}  // namespace gladi::test
