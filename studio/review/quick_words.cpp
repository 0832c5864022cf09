#include "studio/review/quick_words.h"

#include <algorithm>

#include "studio/text/utf8.h"

namespace gladi {

const std::array<LocalText, QuickWords::kCount>& usual_quick_words() {
  static const std::array<LocalText, QuickWords::kCount> words = {{{"Kail", "Hook"},
                                                                   {"Peragaan", "Demo"},
                                                                   {"Harga", "Price"},
                                                                   {"Ajakan", "Call to action"},
                                                                   {"Jawab", "Reply"},
                                                                   {"Kosong", "Dead air"},
                                                                   {"Klaim berlebihan", "Overclaim"},
                                                                   {"Bagus!", "Well done!"},
                                                                   {"Catatan", "Note"}}};
  return words;
}

std::string QuickWords::word(int number, Language language) const {
  const size_t index = std::clamp<size_t>(static_cast<size_t>(std::max(number, 1)), 1, kCount) - 1;
  return own[index].empty() ? usual_quick_words()[index].in(language) : own[index];
}

std::string as_quick_word(const std::string& text) {
  if (!is_utf8(text)) return {};
  std::string line = text;
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  size_t end = 0, letters = 0;
  while (end < line.size() && letters < QuickWords::kMostLetters) {
    ++end;
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) ++end;
    ++letters;
  }
  return trim(line.substr(0, end));
}

}  // namespace gladi
