#include "studio/coaching/rate_reducer.h"

#include <cmath>
#include <numbers>

namespace gladi {
namespace {

constexpr int kTaps = 61;  // odd, so that the delay is whole samples
constexpr double kCutHz = 7400;

}  // namespace

RateReducer::RateReducer() : waiting_(kTaps / 2, 0.0F) {
  std::vector<double> taps(kTaps);
  double sum = 0;
  for (int i = 0; i < kTaps; ++i) {
    const double x = (i - kTaps / 2) * 2 * kCutHz / kFromHz;
    const double sinc = x == 0 ? 1 : std::sin(std::numbers::pi * x) / (std::numbers::pi * x);
    const double hamming = 0.54 + 0.46 * std::cos(2 * std::numbers::pi * (i - kTaps / 2) / (kTaps - 1));
    taps[static_cast<size_t>(i)] = sinc * hamming;
    sum += sinc * hamming;
  }
  for (const double tap : taps) taps_.push_back(static_cast<float>(tap / sum));
}

void RateReducer::push(std::span<const float> samples, std::vector<float>& out) {
  waiting_.insert(waiting_.end(), samples.begin(), samples.end());
  size_t at = 0;
  for (; at + kTaps <= waiting_.size(); at += kFactor) {
    // The filter is the same from both ends.
    const float* begin = waiting_.data() + at;
    float sum = begin[kTaps / 2] * taps_[kTaps / 2];
    for (size_t i = 0; i < kTaps / 2; ++i) sum += (begin[i] + begin[kTaps - 1 - i]) * taps_[i];
    out.push_back(sum);
  }
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(at));
}

void RateReducer::finish(std::vector<float>& out) {
  const std::vector<float> silence(kTaps / 2, 0.0F);
  push(silence, out);
}

}  // namespace gladi
