// Finds out in the background which encoder suits this computer, before a take needs to know.
#pragma once

#include <atomic>
#include <functional>
#include <future>
#include <optional>

#include "studio/rehearsal/encoder_memory.h"

namespace gladi {

// What this user's earlier starts have measured; in cache_folder().
EncoderMemory encoder_memory();

// Main thread. What is remembered is looked up; only what isn't is measured, some seconds later, on a thread
// of its own with low priority. A take that begins before that is recorded with the usual encoder.
class EncoderKeeper {
 public:
  // `wake` is called from another thread when there is news.
  EncoderKeeper(EncoderMemory memory, std::function<void()> wake)
      : memory_(std::move(memory)), wake_(std::move(wake)) {}
  ~EncoderKeeper();

  // The camera is seen and nobody waits: `canvas` may be looked at. Asked again for the same: nothing
  // happens.
  void find_out(const Canvas& canvas);
  // A take is about to begin: what is being measured is broken off, without waiting.
  void rest();
  // True when something has become known.
  bool tick();

  // What was found for this canvas.
  std::optional<EncoderProbe> found(const Canvas& canvas) const;

 private:
  struct Found {
    Canvas canvas;
    std::optional<EncoderProbe> probe;  // empty: broken off
  };

  EncoderMemory memory_;
  std::function<void()> wake_;
  std::atomic<bool> cancel_ = false;
  std::future<Found> work_;
  std::optional<Found> found_;
};

}  // namespace gladi
