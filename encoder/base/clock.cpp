#include "encoder/base/clock.h"

#include <chrono>
#include <thread>

namespace gladi {
namespace {
using Steady = std::chrono::steady_clock;
}

MediaTime MonotonicClock::now() const {
  return {std::chrono::duration_cast<std::chrono::nanoseconds>(Steady::now().time_since_epoch()).count()};
}

void MonotonicClock::sleep_until(MediaTime due) {
  std::this_thread::sleep_until(Steady::time_point(std::chrono::nanoseconds(due.ns)));
}

void MonotonicClock::sleep_until(MediaTime due, const std::atomic<bool>& wake) {
  std::unique_lock lock(mutex_);
  woken_.wait_until(lock, Steady::time_point(std::chrono::nanoseconds(due.ns)), [&] { return wake.load(); });
}

void MonotonicClock::wake_sleepers() {
  // Taking the lock once makes sure that a sleeper is either before its look at `wake` or already waiting.
  { std::lock_guard lock(mutex_); }
  woken_.notify_all();
}

MediaTime SteppedClock::now() const {
  std::lock_guard lock(mutex_);
  return now_;
}

void SteppedClock::sleep_until(MediaTime due) {
  std::unique_lock lock(mutex_);
  moved_.wait(lock, [&] { return now_ >= due; });
}

void SteppedClock::sleep_until(MediaTime due, const std::atomic<bool>& wake) {
  std::unique_lock lock(mutex_);
  moved_.wait(lock, [&] { return now_ >= due || wake.load(); });
}

void SteppedClock::wake_sleepers() {
  { std::lock_guard lock(mutex_); }
  moved_.notify_all();
}

void SteppedClock::advance(MediaTime by) {
  {
    std::lock_guard lock(mutex_);
    now_ += by;
  }
  moved_.notify_all();
}

}  // namespace gladi
