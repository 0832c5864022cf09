// What the microphone gave during the last seconds: one meter reading says nothing about a person who pauses
// to breathe.
#pragma once

#include <deque>

#include "encoder/sound/level_meter.h"

namespace gladi {

// One thread. Feed it a few times a second with SoundFeed::level().
class LevelHistory {
 public:
  // The span that is looked back over; also how long silence may last before it is worth a word (ENGINE: 5
  // s).
  static constexpr MediaTime kSpan = MediaTime::from_ms(5000);

  void add(const SoundLevel& level, MediaTime now);

  // Highest peak within the span; SoundLevel::kSilenceDbfs before the first reading.
  float peak_dbfs() const;
  // Samples at full scale within the span.
  int64_t clipped_samples() const;
  // How long ago the newest sound arrived, however quiet; the age of the history before any did.
  MediaTime since_sound() const;
  // How long there have been readings, at most kSpan: a verdict about silence needs the whole span.
  MediaTime watched() const;

 private:
  struct Reading {
    MediaTime at;
    float peak_dbfs;
    int64_t clipped_samples;
  };
  std::deque<Reading> readings_;
  MediaTime first_reading_at_;
  MediaTime heard_at_;
};

}  // namespace gladi
