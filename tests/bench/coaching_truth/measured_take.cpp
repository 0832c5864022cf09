#include "tests/bench/coaching_truth/measured_take.h"

#include <algorithm>
#include <cmath>

#include "studio/coaching/held_sound_finder.h"
#include "studio/coaching/syllable_counter.h"
#include "tests/support/sound_measure.h"

namespace gladi::test {

MeasuredTake::MeasuredTake(const std::vector<float>& samples) {
  SyllableCounter counter([this](int64_t) { ++syllables; });
  HeldSoundFinder finder([this](const TakeStretch& stretch) {
    held.push_back({stretch.from.seconds(), stretch.to.seconds()});
  });
  bool before = false;
  for (const SettledFrame& frame : settled_frames(samples)) {
    const double at = time_of_frame(frame.sound.index).seconds();
    if (frame.speaking && !before) speech.push_back({at, at});
    if (frame.speaking) speech.back().to_s = at + 0.01;
    before = frame.speaking;
    hz.push_back(frame.hz);
    counter.push(frame);
    finder.push(frame);
  }
  counter.finish();
  finder.finish();
}

double MeasuredTake::speech_s() const {
  double sum = 0;
  for (const Range& range : speech) sum += range.length_s();
  return sum;
}

std::vector<Range> MeasuredTake::pauses() const {
  std::vector<Range> found;
  for (size_t i = 1; i < speech.size(); ++i) {
    const Range between{speech[i - 1].to_s, speech[i].from_s};
    if (between.length_s() >= 0.5) found.push_back(between);
  }
  return found;
}

double overlap_s(const Range& a, const Range& b) {
  return std::max(0.0, std::min(a.to_s, b.to_s) - std::max(a.from_s, b.from_s));
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

double largest(const std::vector<double>& values) {
  double most = 0;
  for (const double value : values) most = std::max(most, std::abs(value));
  return most;
}

double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  const auto place = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + place, values.end());
  return values[static_cast<size_t>(place)];
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const double mean_a = mean(a), mean_b = mean(b);
  double ab = 0, aa = 0, bb = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - mean_a) * (b[i] - mean_b);
    aa += (a[i] - mean_a) * (a[i] - mean_a);
    bb += (b[i] - mean_b) * (b[i] - mean_b);
  }
  return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

}  // namespace gladi::test
