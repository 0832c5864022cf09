// Random numbers that are the same on every computer and with every compiler.
#pragma once

#include <cstdint>

namespace gladi {

// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014). The distributions of
// the standard library differ from one library to the next, so the few that are needed are here. Integers
// only. One thread.
class SeededRandom {
 public:
  // Each `stream` of a seed is a sequence of its own: drawing more from one leaves the others as they are.
  SeededRandom(uint64_t seed, uint64_t stream) : state_(seed) { state_ = next() ^ (stream * kGamma); }

  uint64_t next() {
    uint64_t z = state_ += kGamma;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  // 0 to `bound` − 1; 0 when the bound is 0 or less. The bias is below bound / 2^32.
  int64_t below(int64_t bound) {
    const uint64_t draw = next() >> 32;  // drawn in any case: the sequence goes on alike
    return bound <= 0 ? 0 : static_cast<int64_t>((draw * static_cast<uint64_t>(bound)) >> 32);
  }
  // True in `millionths` of a million cases.
  bool chance(int64_t millionths) { return below(1'000'000) < millionths; }
  // A whole number whose mean is `millionths` / 1,000,000: the two next to it.
  int64_t about(int64_t millionths) {
    const int64_t more = chance(millionths % 1'000'000) ? 1 : 0;
    return millionths / 1'000'000 + more;
  }

 private:
  static constexpr uint64_t kGamma = 0x9E3779B97F4A7C15;
  uint64_t state_;
};

}  // namespace gladi
