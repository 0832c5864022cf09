#include "studio/rehearsal/script_roll.h"

#include <algorithm>
#include <sstream>

namespace gladi {

int count_words(const std::string& text) {
  std::istringstream in(text);
  int count = 0;
  for (std::string word; in >> word;) ++count;
  return count;
}

ScriptRoll::ScriptRoll(int words, int words_a_minute)
    : words_(std::max(words, 0)), words_a_minute_(std::clamp(words_a_minute, kSlowest, kFastest)) {}

double ScriptRoll::place(MediaTime now) const {
  const double passed = rolling_ ? (now - since_).seconds() * words_a_minute_ / 60 : 0;
  return std::clamp(from_ + passed, 0.0, static_cast<double>(words_));
}

void ScriptRoll::settle(MediaTime now) {
  from_ = place(now);
  since_ = now;
}

void ScriptRoll::roll(bool on, MediaTime now) {
  settle(now);
  rolling_ = on;
}

void ScriptRoll::set_speed(int words_a_minute, MediaTime now) {
  settle(now);
  words_a_minute_ = std::clamp(words_a_minute, kSlowest, kFastest);
}

void ScriptRoll::skip(int words, MediaTime now) {
  settle(now);
  from_ = std::clamp(from_ + words, 0.0, static_cast<double>(words_));
}

double ScriptRoll::share(MediaTime now) const {
  return words_ == 0 ? 0 : place(now) / words_;
}

}  // namespace gladi
