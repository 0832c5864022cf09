// A place of a take where the microphone's sound is missing.
#pragma once

#include "encoder/base/media_time.h"

namespace gladi {

struct SoundGap {
  enum class Cause {
    kNothingCame,  // no sound arrived for this time: silence stands in for it
    kLost,         // the source or the ring lost sound on its way: silence
    kHole,         // only the stamps show that sound is missing: silence
    kOverlap,      // there was more sound than time: `length` of it was left out at `at`
  };

  MediaTime at;  // since the take's start
  MediaTime length;
  Cause cause = Cause::kNothingCame;
};

}  // namespace gladi
