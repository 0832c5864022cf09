// Counts syllables by their nuclei, without knowing any word.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>

#include "studio/coaching/sound_frame.h"

namespace gladi {

// One thread. After N. de Jong & T. Wempe, "Praat script to detect syllable nuclei and measure speech rate
// automatically" (2009): a nucleus is a voiced peak of intensity with a dip on both sides. As COACHING says
// intensity is that of 250 to 3500 Hz here, where vowels stand out from what surrounds them.
class SyllableCounter {
 public:
  using Found = std::function<void(int64_t frame)>;

  explicit SyllableCounter(Found found) : found_(std::move(found)) {}

  void push(const SettledFrame& frame);
  void finish();

 private:
  struct Point {
    int64_t index = 0;
    float db = 0;
    bool voiced = false;
    bool speaking = false;
    float voice_db = 0;
  };
  void smoothed(const Point& point);
  void peak_is_over();

  const Found found_;
  std::deque<Point> window_;
  bool rising_ = false;  // since the last dip the level has risen by enough
  float lowest_db_ = 0;  // since the last peak
  Point highest_{};      // since the last dip
  bool begun_ = false;
};

}  // namespace gladi
