// The lock-free ring between the audio callback and the audio thread.
#pragma once

#include <atomic>
#include <memory>

#include "encoder/sound/sound_block.h"

namespace gladi {

// One producer at a time (a callback or a source's thread; the next one begins when the last has ended), one
// consumer (the audio thread). Never waits, never allocates after construction. A full ring drops the newest
// block and counts it; the next block that fits carries `overflow`.
class SoundRing {
 public:
  explicit SoundRing(int blocks = 256);  // 256 blocks of 480 frames are 2.5 s
  ~SoundRing();

  bool try_push(const SoundBlock& block);  // producer
  bool try_pop(SoundBlock& block);         // consumer
  int64_t dropped_blocks() const { return dropped_.load(std::memory_order_relaxed); }
  // When sound began to arrive after begin_run() or the ring's creation; 0 while it hasn't. Any thread.
  MediaTime run_began() const { return {run_began_ns_.load(std::memory_order_relaxed)}; }
  void begin_run() { run_began_ns_.store(0, std::memory_order_relaxed); }  // while nothing comes
  // When the newest block arrived, a dropped one too; 0 before the first. Any thread.
  MediaTime newest_arrival() const { return {newest_ns_.load(std::memory_order_relaxed)}; }

 private:
  struct Queue;
  std::unique_ptr<Queue> queue_;
  std::atomic<int64_t> dropped_{0};
  std::atomic<int64_t> newest_ns_{0};
  std::atomic<int64_t> run_began_ns_{0};
  bool dropped_before_ = false;  // producer only
};

}  // namespace gladi
