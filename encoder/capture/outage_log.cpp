#include "encoder/capture/outage_log.h"

#include <algorithm>

namespace gladi {

void OutageLog::begin(MediaTime from, Error reason) {
  MutexLock lock(mutex_);
  if (current_) {
    current_->reason = std::move(reason);
  } else {
    current_ = Outage{++count_, from, std::nullopt, std::move(reason)};
  }
}

void OutageLog::end(MediaTime until) {
  MutexLock lock(mutex_);
  if (!current_) return;
  current_->until = std::max(until, current_->from);
  ended_.push_back(*std::exchange(current_, std::nullopt));
  if (ended_.size() > kKept) ended_.pop_front();
}

std::optional<Outage> OutageLog::current() const {
  MutexLock lock(mutex_);
  return current_;
}

std::deque<Outage> OutageLog::ended_after(int64_t number) const {
  MutexLock lock(mutex_);
  std::deque<Outage> later;
  std::copy_if(ended_.begin(), ended_.end(), std::back_inserter(later),
               [number](const Outage& outage) { return outage.number > number; });
  return later;
}

int64_t OutageLog::newest_number() const {
  MutexLock lock(mutex_);
  return count_;
}

}  // namespace gladi
