// A value that takes time to find out (disk space, list of devices), asked for away from the main thread.
#pragma once

#include <functional>
#include <future>
#include <optional>
#include <utility>

#include "encoder/base/media_time.h"
#include "encoder/base/platform.h"

namespace gladi {

// Main thread. `ask` runs on a short-lived thread of its own and copies what it needs.
template <class T>
class BackgroundValue {
 public:
  BackgroundValue(std::function<T()> ask, std::function<void()> wake)
      : ask_(std::move(ask)), wake_(std::move(wake)) {}
  ~BackgroundValue() {
    if (work_.valid()) work_.wait();
  }
  BackgroundValue(const BackgroundValue&) = delete;
  BackgroundValue& operator=(const BackgroundValue&) = delete;

  // Asks now unless an answer is on its way.
  void refresh() {
    if (work_.valid()) return;
    work_ = std::async(std::launch::async, [ask = ask_, wake = wake_] {
      platform::name_this_thread("ask");
      T value = ask();
      if (wake) wake();
      return value;
    });
  }

  // Asks again when `every` has passed. True when a new value has come.
  bool tick(MediaTime now, MediaTime every) {
    if (!asked_at_ || now - *asked_at_ >= every) {
      refresh();
      asked_at_ = now;
    }
    return tick();
  }
  bool tick() {
    if (!work_.valid() || work_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
    value_ = work_.get();
    return true;
  }

  const std::optional<T>& value() const { return value_; }
  std::optional<T> take() { return std::exchange(value_, std::nullopt); }
  bool asking() const { return work_.valid(); }

 private:
  std::function<T()> ask_;
  std::function<void()> wake_;
  std::future<T> work_;
  std::optional<T> value_;
  std::optional<MediaTime> asked_at_;
};

}  // namespace gladi
