// The lock-free ring between the player's thread and the output device's callback.
#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

namespace gladi {

// One writer, one reader, stereo frames. Never waits, never allocates after construction. The reader drops
// what the writer has discarded, so that a seek is heard with the next callback.
class OutputRing {
 public:
  explicit OutputRing(int frames);

  // Writer.
  int room() const;
  void write(const float* interleaved, int frames);
  int64_t written() const { return written_.load(std::memory_order_relaxed); }
  void discard() { discarded_.store(written(), std::memory_order_release); }

  // Reader. Fills `interleaved` with up to `frames` frames and returns how many.
  int read(float* interleaved, int frames);
  int64_t read_so_far() const { return read_.load(std::memory_order_relaxed); }
  // Drops what was discarded. Also for the writer while no reader runs.
  void drop_discarded();

 private:
  const int capacity_;
  std::vector<float> samples_;
  std::atomic<int64_t> written_{0};
  std::atomic<int64_t> read_{0};
  std::atomic<int64_t> discarded_{0};
};

}  // namespace gladi
