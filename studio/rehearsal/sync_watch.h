// Follows how far sound and picture of a running take are apart.
#pragma once

#include "encoder/base/lateness.h"
#include "studio/session/session.h"

namespace gladi {

// The offset is sound's placement error minus the picture's, each against its own stamps: positive means that
// sound comes late. Half seconds are compared, not single pictures: a picture can't stand nearer to its time
// than its tick does. One thread.
class SyncWatch {
 public:
  // Sums since the take's start, called a few times a second.
  void add(const Lateness& sound, const Lateness& picture);
  // Nothing until both have been seen for a while.
  std::optional<TakeSync> result(double device_ppm) const;

 private:
  static constexpr int64_t kEnoughPictures = 15;

  Lateness sound_, picture_;                // newest
  Lateness sound_before_, picture_before_;  // where the running second began
  MediaTime worst_;
  bool seen_ = false;
};

}  // namespace gladi
