// The one monotonic clock of a take, as an interface: an hour can be tested in seconds with SteppedClock.
#pragma once

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
};

class MonotonicClock final : public Clock {
 public:
  MediaTime now() const override;
  void sleep_until(MediaTime due) override;
};

// Time moves only when a test moves it. Sleepers wake when the time they wait for has come.
class SteppedClock final : public Clock {
 public:
  explicit SteppedClock(MediaTime start = {}) : now_(start) {}
  MediaTime now() const override;
  void sleep_until(MediaTime due) override;
  void advance(MediaTime by);

 private:
  mutable std::mutex mutex_;
  std::condition_variable moved_;
  MediaTime now_;
};

}  // namespace gladi
