// Holds only the newest value: for consumers that may skip, such as a preview. Neither side ever waits for the other.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>

#include "encoder/base/mutex.h"

namespace gladi {

// Any threads. Values are shared and immutable.
template <class T>
class NewestSlot {
 public:
  void put(std::shared_ptr<const T> value) {
    MutexLock lock(mutex_);
    value_.swap(value);  // the old value is released after the lock
    ++serial_;
  }
  std::shared_ptr<const T> get() const {
    MutexLock lock(mutex_);
    return value_;
  }
  // Grows with every put(): tells whether anything new has come.
  int64_t serial() const {
    MutexLock lock(mutex_);
    return serial_;
  }

 private:
  mutable Mutex mutex_;
  std::shared_ptr<const T> value_ GUARDED_BY(mutex_);
  int64_t serial_ GUARDED_BY(mutex_) = 0;
};

}  // namespace gladi
