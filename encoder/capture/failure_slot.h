// How a source has ended, told by its thread and asked by any.
#pragma once

#include <optional>
#include <utility>

#include "encoder/base/error.h"
#include "encoder/base/mutex.h"

namespace gladi {

class FailureSlot {
 public:
  // The first failure stays: what follows is its consequence.
  void set(Error error) {
    MutexLock lock(mutex_);
    if (!error_) error_ = std::move(error);
  }
  std::optional<Error> get() const {
    MutexLock lock(mutex_);
    return error_;
  }

 private:
  mutable Mutex mutex_;
  std::optional<Error> error_ GUARDED_BY(mutex_);
};

}  // namespace gladi
