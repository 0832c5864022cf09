// Whether the host is speaking, as far as the level of the microphone tells.
#pragma once

#include <optional>

#include "encoder/sound/level_meter.h"

namespace gladi {

// One thread. Feed it some ten times a second. The room's noise is followed: it falls at once to the quietest
// moment and rises slowly, so that a fan is not taken for speech.
class SilenceWatch {
 public:
  static constexpr MediaTime kSilentAfter = MediaTime::from_ms(5'000);  // ENGINE: worth a word after 5 s
  static constexpr float kAboveNoiseDb = 10;   // speech stands at least so far above a quiet room
  static constexpr float kFaintestDbfs = -50;  // nothing below this is speech
  static constexpr float kNoiseRisesDbPerS = 0.5F;

  enum class Change { kNone, kFellSilent, kSpokeAgain };
  Change add(const SoundLevel& level, MediaTime now);

  bool silent() const { return silent_; }
  bool speaking() const { return speaking_; }  // at this moment
  MediaTime silent_for(MediaTime now) const { return spoke_at_ ? now - *spoke_at_ : MediaTime{}; }

 private:
  std::optional<MediaTime> spoke_at_;  // or when the watch began
  MediaTime last_;
  float noise_dbfs_ = -60;
  bool speaking_ = false;
  bool silent_ = false;
};

}  // namespace gladi
