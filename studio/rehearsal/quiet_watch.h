// Whether the host speaks too softly to be heard, while a take runs.
#pragma once

#include <deque>

#include "encoder/base/media_time.h"

namespace gladi {

// One thread. Mean power of what is spoken, over the last moments of speech: pauses don't count, and one loud
// laugh doesn't hide a soft voice.
class QuietWatch {
 public:
  static constexpr MediaTime kSpan = MediaTime::from_ms(10'000);
  static constexpr MediaTime kLeastSpeech = MediaTime::from_ms(3'000);  // of the span, or nothing is said
  // Speech of this mean power has about −28 LUFS, clearly below the −26 from which the feedback calls it
  // quiet.
  static constexpr float kQuietDbfs = -30;

  void add(float rms_dbfs, bool speaking, MediaTime now);
  // How long her speech has been too soft; 0 while it isn't, and where she hardly speaks.
  MediaTime quiet_for(MediaTime now) const { return quiet_ ? now - quiet_since_ : MediaTime{}; }

 private:
  struct Reading {
    MediaTime at, length;
    double power;
  };
  std::deque<Reading> spoken_;
  MediaTime last_at_;
  bool quiet_ = false;
  MediaTime quiet_since_;
};

}  // namespace gladi
