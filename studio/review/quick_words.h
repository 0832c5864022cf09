// The trainer's words: nine short comments, each on a number of the keyboard.
#pragma once

#include <array>
#include <string>

#include "studio/text/language.h"

namespace gladi {

// As somebody wrote them; an empty one stands for Gladi's own.
struct QuickWords {
  static constexpr size_t kCount = 9;
  static constexpr size_t kMostLetters = 40;
  std::array<std::string, kCount> own;

  // The word of the key `number`, 1 to 9.
  std::string word(int number, Language language) const;
  friend bool operator==(const QuickWords&, const QuickWords&) = default;
};

// Gladi's own: hook, demo, price, call to action, reply, dead air, overclaim, well done, note.
const std::array<LocalText, QuickWords::kCount>& usual_quick_words();

// What of `text` can be a word: without spaces around it, on one line, not longer than kMostLetters.
std::string as_quick_word(const std::string& text);

}  // namespace gladi
