#include "encoder/capture/stop_signal.h"

#include <algorithm>
#include <chrono>

namespace gladi {
namespace {
constexpr MediaTime kLongestWait = MediaTime::from_ms(20);
}

void StopSignal::request() {
  {
    MutexLock lock(mutex_);
    requested_.store(true, std::memory_order_release);
  }
  woken_.notify_all();
}

bool StopSignal::sleep_until(const Clock& clock, MediaTime due) {
  MutexLock lock(mutex_);
  while (!requested()) {
    const MediaTime left = due - clock.now();
    if (left <= MediaTime{}) return true;
    woken_.wait_for(mutex_, std::chrono::nanoseconds(std::min(left, kLongestWait).ns));
  }
  return false;
}

bool StopSignal::sleep_for(MediaTime time) {
  const MonotonicClock clock;
  return sleep_until(clock, clock.now() + time);
}

}  // namespace gladi
