// A take with what the analysers say of it, and how that is compared with what is known.
#pragma once

#include <vector>

#include "tests/support/spoken_take.h"

namespace gladi::test {

struct MeasuredTake {
  explicit MeasuredTake(const std::vector<float>& samples);

  std::vector<Range> speech;
  std::vector<Range> held;
  int syllables = 0;
  std::vector<float> hz;  // of each frame of 10 ms

  double speech_s() const;
  std::vector<Range> pauses() const;  // of 0.5 s and more
};

double overlap_s(const Range& a, const Range& b);
double mean(const std::vector<double>& values);
double largest(const std::vector<double>& values);            // by size, without sign
double percentile(std::vector<double> values, double share);  // 0 for none
double correlation(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace gladi::test
