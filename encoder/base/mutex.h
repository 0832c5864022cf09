// A mutex that clang's thread-safety analysis understands (-Wthread-safety): each field says which lock guards it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

#if defined(__clang__)
#define GLADI_THREAD(x) __attribute__((x))
#else
#define GLADI_THREAD(x)
#endif
#define GUARDED_BY(mutex) GLADI_THREAD(guarded_by(mutex))
#define REQUIRES(...) GLADI_THREAD(requires_capability(__VA_ARGS__))

namespace gladi {

class GLADI_THREAD(capability("mutex")) Mutex {
 public:
  void lock() GLADI_THREAD(acquire_capability()) { mutex_.lock(); }
  void unlock() GLADI_THREAD(release_capability()) { mutex_.unlock(); }

 private:
  friend class Condition;
  std::mutex mutex_;
};

class GLADI_THREAD(scoped_lockable) MutexLock {
 public:
  explicit MutexLock(Mutex& mutex) GLADI_THREAD(acquire_capability(mutex)) : mutex_(mutex) { mutex_.lock(); }
  ~MutexLock() GLADI_THREAD(release_capability()) { mutex_.unlock(); }
  MutexLock(const MutexLock&) = delete;
  MutexLock& operator=(const MutexLock&) = delete;

 private:
  Mutex& mutex_;
};

// Wake-ups carry no data: whoever waits looks at the guarded state again, in a loop of its own.
class Condition {
 public:
  void wait(Mutex& mutex) REQUIRES(mutex) {
    std::unique_lock lock(mutex.mutex_, std::adopt_lock);
    condition_.wait(lock);
    lock.release();
  }
  // False when `timeout` passed first.
  bool wait_for(Mutex& mutex, std::chrono::nanoseconds timeout) REQUIRES(mutex) {
    std::unique_lock lock(mutex.mutex_, std::adopt_lock);
    const bool woken = condition_.wait_for(lock, timeout) == std::cv_status::no_timeout;
    lock.release();
    return woken;
  }
  void notify_all() { condition_.notify_all(); }

 private:
  std::condition_variable condition_;
};

}  // namespace gladi
