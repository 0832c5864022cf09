// From 48 kHz to 16 kHz, which holds all of a voice that the analysers look at.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace gladi {

// One thread. A linear-phase low-pass (windowed sinc, −6 dB at 7.4 kHz), of which each third value is taken.
class RateReducer {
 public:
  static constexpr int kFromHz = 48'000;
  static constexpr int kFactor = 3;
  static constexpr int kToHz = kFromHz / kFactor;

  RateReducer();
  // Appends to `out`. Sample k of it belongs to the time of sample 3 k of what was pushed.
  void push(std::span<const float> samples, std::vector<float>& out);
  // The rest that the filter still holds.
  void finish(std::vector<float>& out);

 private:
  std::vector<float> taps_;
  std::vector<float> waiting_;  // from the first sample that the next value needs
};

}  // namespace gladi
