#include "studio/coaching/pitch_spread.h"

#include <algorithm>
#include <cmath>

#include "studio/coaching/sound_frame.h"

namespace gladi {
namespace {

constexpr int64_t kFewestFrames = 2 * SoundFrame::kPerSecond;

}  // namespace

void PitchSpread::add(float hz) {
  const double steps = 12 * kStepsOfSemitone * std::log2(hz / kLowestHz);
  ++counts_[static_cast<size_t>(std::clamp(static_cast<int>(std::floor(steps)), 0, kSteps - 1))];
  ++frames_;
}

void PitchSpread::add(const PitchSpread& other) {
  for (size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
  frames_ += other.frames_;
}

int PitchSpread::median_step() const {
  int64_t below = 0;
  for (int i = 0; i < kSteps; ++i) {
    below += counts_[static_cast<size_t>(i)];
    if (below * 2 >= frames_) return i;
  }
  return 0;
}

std::optional<double> PitchSpread::semitones() const {
  if (frames_ < kFewestFrames) return std::nullopt;
  const int median = median_step();
  double count = 0, sum = 0, squares = 0;
  for (int i = std::max(0, median - 12 * kStepsOfSemitone);
       i <= std::min(kSteps - 1, median + 12 * kStepsOfSemitone); ++i) {
    const double semitones = (i - median) / static_cast<double>(kStepsOfSemitone);
    const double here = counts_[static_cast<size_t>(i)];
    count += here;
    sum += here * semitones;
    squares += here * semitones * semitones;
  }
  const double mean = sum / count;
  return std::sqrt(std::max(0.0, squares / count - mean * mean));
}

std::optional<double> PitchSpread::median_hz() const {
  if (frames_ < kFewestFrames) return std::nullopt;
  return kLowestHz * std::pow(2, (median_step() + 0.5) / (12.0 * kStepsOfSemitone));
}

}  // namespace gladi
