// How loud the room is, and how loud a voice stands out of it, as far as the microphone's level tells.
#pragma once

#include <deque>
#include <optional>

#include "encoder/sound/level_meter.h"

namespace gladi {

// One thread. Feed it some ten times a second with SoundFeed::level().
class VoiceLevel {
 public:
  static constexpr MediaTime kSpan = MediaTime::from_ms(8'000);      // looked back over
  static constexpr MediaTime kLeastVoice = MediaTime::from_ms(600);  // of it, or it was a cough
  static constexpr float kAboveNoiseDb = 10, kFaintestDbfs = -50;    // as SilenceWatch
  static constexpr MediaTime kLongestReading =
      MediaTime::from_ms(200);  // one that comes late stands for no more

  void add(const SoundLevel& level, MediaTime now);

  // What is there when nobody speaks: a tenth of the span is quieter. Nothing until half of the span has
  // passed.
  std::optional<float> noise_dbfs() const { return noise_dbfs_; }
  // Mean power of the last voice that stood out, also when it has fallen silent since. Nothing before one
  // did.
  std::optional<float> voice_dbfs() const { return voice_dbfs_; }
  // How long sound has been listened to.
  MediaTime listened() const { return first_at_ ? last_at_ - *first_at_ : MediaTime{}; }

 private:
  struct Reading {
    MediaTime at;
    MediaTime length;
    float rms_dbfs;
  };
  void judge();

  std::deque<Reading> readings_;
  std::optional<MediaTime> first_at_;
  MediaTime last_at_;
  std::optional<MediaTime> judged_at_;
  std::optional<float> noise_dbfs_, voice_dbfs_;
};

}  // namespace gladi
