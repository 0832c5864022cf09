// Tells a source's thread to end, also while it waits.
#pragma once

#include <atomic>

#include "encoder/base/clock.h"
#include "encoder/base/mutex.h"

namespace gladi {

class StopSignal {
 public:
  void request();  // any thread
  bool requested() const { return requested_.load(std::memory_order_acquire); }

  // Wait on the source's thread. False when the stop came first. With a clock that a test steps, its steps
  // are seen within some 20 ms.
  bool sleep_until(const Clock& clock, MediaTime due);
  bool sleep_for(MediaTime time);

 private:
  std::atomic<bool> requested_{false};
  Mutex mutex_;
  Condition woken_;
};

}  // namespace gladi
