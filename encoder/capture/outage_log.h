// The stretches of time in which a source gave nothing, told by whoever watches it and asked by any thread.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <utility>

#include "encoder/base/error.h"
#include "encoder/base/media_time.h"
#include "encoder/base/mutex.h"

namespace gladi {

struct Outage {
  int64_t number = 0;              // counts from 1 for each source
  MediaTime from;                  // on the Clock: the last picture or sound before it
  std::optional<MediaTime> until;  // the first one after it; nothing while it lasts
  Error reason;
};

// Any thread.
class OutageLog {
 public:
  // While one lasts its reason is replaced: the newest says best what is wrong.
  void begin(MediaTime from, Error reason);
  void end(MediaTime until);

  std::optional<Outage> current() const;
  // Ended ones with a higher number, oldest first. Only the last ones are kept.
  std::deque<Outage> ended_after(int64_t number) const;
  // The number of the newest one, ended or not; 0 before any.
  int64_t newest_number() const;

 private:
  static constexpr size_t kKept = 256;
  mutable Mutex mutex_;
  std::optional<Outage> current_ GUARDED_BY(mutex_);
  std::deque<Outage> ended_ GUARDED_BY(mutex_);
  int64_t count_ GUARDED_BY(mutex_) = 0;
};

}  // namespace gladi
