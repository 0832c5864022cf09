// Finds out when a source's sound was taken from stamps that say when it arrived.
#pragma once

#include <deque>

#include "encoder/base/media_time.h"

namespace gladi {

// Sound never arrives before it was taken, but often later and in bursts. So the earliest of the recent
// arrivals, each seen relative to the position of its sound, is the best guess; over a second it follows a
// drifting device closely enough (0.3 ms at 300 ppm). Offset: the time at which frame 0 of the source would
// have been taken. One thread.
class ArrivalEnvelope {
 public:
  void add(MediaTime offset, MediaTime arrived_at);
  void clear() { recent_.clear(); }

  // Enough has been seen to trust lowest().
  bool settled() const;
  // Not before the first add().
  MediaTime lowest() const { return recent_.front().offset; }
  bool empty() const { return recent_.empty(); }

 private:
  static constexpr MediaTime kWindow = MediaTime::from_ms(1000);
  static constexpr MediaTime kSettling = MediaTime::from_ms(300);  // a dozen of the worst bursts seen (25 ms)

  struct Arrival {
    MediaTime offset, arrived_at;
  };
  std::deque<Arrival>
      recent_;  // offsets rise: one that is higher and older than another can't become the lowest
  MediaTime first_, newest_;
};

}  // namespace gladi
