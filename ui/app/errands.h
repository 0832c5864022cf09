// What a screen has done away from the main thread, one errand after the other: saving, copying, reading.
#pragma once

#include <deque>
#include <functional>
#include <future>

namespace gladi {

// Main thread. What was handed over is done even when the errands go away: the destructor waits for it, and
// then what comes of it is of no interest any more.
class Errands {
 public:
  using Then = std::function<void()>;
  using Work = std::function<Then()>;

  // `wake` is called when an errand is done.
  explicit Errands(std::function<void()> wake) : wake_(std::move(wake)) {}
  ~Errands();
  Errands(const Errands&) = delete;
  Errands& operator=(const Errands&) = delete;

  // `work` runs on a thread of its own and copies what it needs; what it gives runs in tick().
  void add(Work work);
  bool busy() const { return running_.valid() || !waiting_.empty(); }
  // True when an errand was done.
  bool tick();

 private:
  void begin();

  const std::function<void()> wake_;
  std::deque<Work> waiting_;
  std::future<Then> running_;
};

}  // namespace gladi
