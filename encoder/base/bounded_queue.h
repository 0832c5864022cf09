// A queue between two threads with a fixed limit: nothing grows without bound, and what doesn't fit is
// counted.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <utility>

#include "encoder/base/mutex.h"

namespace gladi {

// Any number of producers, one consumer.
template <class T>
class BoundedQueue {
 public:
  explicit BoundedQueue(size_t limit) : limit_(limit) {}

  // False, and counted in overflows(), when the queue is full or closed. Never waits.
  bool try_push(T value) {
    {
      MutexLock lock(mutex_);
      if (closed_ || items_.size() >= limit_) {
        ++overflows_;
        return false;
      }
      items_.push_back(std::move(value));
    }
    changed_.notify_all();
    return true;
  }

  // Waits until fewer than `most` are queued, for a producer that may not use all of the room. False when the
  // queue was closed: the value is dropped.
  bool push(T value, size_t most) {
    {
      MutexLock lock(mutex_);
      while (!closed_ && items_.size() >= std::min(most, limit_)) changed_.wait(mutex_);
      if (closed_) return false;
      items_.push_back(std::move(value));
    }
    changed_.notify_all();
    return true;
  }

  // Waits for the next item; nullopt once the queue is closed and empty.
  std::optional<T> pop() {
    std::optional<T> item;
    {
      MutexLock lock(mutex_);
      while (items_.empty() && !closed_) changed_.wait(mutex_);
      if (items_.empty()) return std::nullopt;
      item = std::move(items_.front());
      items_.pop_front();
    }
    changed_.notify_all();
    return item;
  }

  // What is queued can still be popped; nothing more comes in.
  void close() {
    {
      MutexLock lock(mutex_);
      closed_ = true;
    }
    changed_.notify_all();
  }

  size_t size() const {
    MutexLock lock(mutex_);
    return items_.size();
  }
  int64_t overflows() const {
    MutexLock lock(mutex_);
    return overflows_;
  }

 private:
  const size_t limit_;
  mutable Mutex mutex_;
  Condition changed_;
  std::deque<T> items_ GUARDED_BY(mutex_);
  bool closed_ GUARDED_BY(mutex_) = false;
  int64_t overflows_ GUARDED_BY(mutex_) = 0;
};

}  // namespace gladi
