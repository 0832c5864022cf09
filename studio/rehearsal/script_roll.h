// A text that rolls over the prompter at a speed in words a minute.
#pragma once

#include <string>

#include "encoder/base/media_time.h"

namespace gladi {

int count_words(const std::string& text);  // what stands between white space

// Plain value, one thread. Times are take times.
class ScriptRoll {
 public:
  static constexpr int kSlowest = 50;
  static constexpr int kFastest = 220;
  static constexpr int kUsual = 110;  // calm speech: people read aloud slower than they talk
  static constexpr int kStep = 10;

  // Begins at the first word and stands still.
  explicit ScriptRoll(int words = 0, int words_a_minute = kUsual);

  void roll(bool on, MediaTime now);
  void set_speed(int words_a_minute, MediaTime now);  // within the limits above
  void skip(int words, MediaTime now);                // back where negative; goes on rolling if it rolled

  // 0 is the text's beginning, 1 its end, where it stays.
  double share(MediaTime now) const;
  bool rolling() const { return rolling_; }
  int speed() const { return words_a_minute_; }

 private:
  double place(MediaTime now) const;  // in words
  void settle(MediaTime now);

  int words_;
  int words_a_minute_;
  bool rolling_ = false;
  double from_ = 0;  // words that had passed
  MediaTime since_;
};

}  // namespace gladi
