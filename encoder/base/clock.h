// The one monotonic clock of a take, as an interface: an hour can be tested in seconds with SteppedClock.
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>

#include "encoder/base/media_time.h"

namespace gladi {

// Any thread. Times are nanoseconds on a monotonic clock that setting the wall clock doesn't touch.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual MediaTime now() const = 0;
  // Returns at or after `due`, at once if it has passed.
  virtual void sleep_until(MediaTime due) = 0;
  // The same, but returns early once `wake` is set: whoever sets it calls wake_sleepers() afterwards. The
  // sleeper clears `wake` itself. So a thread can be stopped or handed something new whatever the clock does.
  virtual void sleep_until(MediaTime due, const std::atomic<bool>& wake) = 0;
  virtual void wake_sleepers() = 0;
};

class MonotonicClock final : public Clock {
 public:
  MediaTime now() const override;
  void sleep_until(MediaTime due) override;
  void sleep_until(MediaTime due, const std::atomic<bool>& wake) override;
  void wake_sleepers() override;

 private:
  std::mutex mutex_;
  std::condition_variable woken_;
};

// Time moves only when a test moves it. Sleepers wake when the time they wait for has come.
class SteppedClock final : public Clock {
 public:
  explicit SteppedClock(MediaTime start = {}) : now_(start) {}
  MediaTime now() const override;
  void sleep_until(MediaTime due) override;
  void sleep_until(MediaTime due, const std::atomic<bool>& wake) override;
  void wake_sleepers() override;
  void advance(MediaTime by);

 private:
  mutable std::mutex mutex_;
  std::condition_variable moved_;
  MediaTime now_;
};

}  // namespace gladi
