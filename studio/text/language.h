// The two languages of Gladi and texts that come in both.
#pragma once

#include <string>

namespace gladi {

enum class Language { kIndonesian, kEnglish };

// Content that people write (names, key points): Indonesian first, English where somebody has written it.
struct LocalText {
  std::string indonesian;
  std::string english;  // may be empty

  const std::string& in(Language language) const {
    return language == Language::kEnglish && !english.empty() ? english : indonesian;
  }
  friend bool operator==(const LocalText&, const LocalText&) = default;
};

}  // namespace gladi
