#include "studio/coaching/pitch_tracker.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace gladi {
namespace {

// Praat's defaults; it states them for steps of 10 ms.
constexpr float kVoicingThreshold = 0.45F;
constexpr float kSilenceThreshold = 0.03F;
constexpr float kOctaveJumpCost = 0.35F;
constexpr float kVoicingCost = 0.14F;

constexpr size_t kAhead = 2 * SoundFrame::kPerSecond;
constexpr size_t kOpen = SoundFrame::kPerSecond;  // a path this long behind the choice no longer changes it
constexpr size_t kHandedOut = SoundFrame::kPerSecond / 2;  // at once
constexpr size_t kPeakSeconds = 32;
constexpr size_t kPeakPlace = 2;  // the third largest

}  // namespace

void PitchTracker::push(const SoundFrame& frame) {
  note_peak(frame);
  Step step;
  step.index = frame.index;
  step.peak = frame.peak;
  for (const PitchCandidate& candidate : frame.pitches()) {
    step.hz[step.states] = candidate.hz;
    step.octave[step.states] = std::log2(candidate.hz);
    step.strength[step.states] = candidate.strength;
    ++step.states;
  }
  ahead_.push_back(step);
  if (ahead_.size() > kAhead) settle_front();
}

void PitchTracker::finish() {
  while (!ahead_.empty()) settle_front();
  hand_out(path_.size());
  second_peaks_.clear();
}

void PitchTracker::note_peak(const SoundFrame& frame) {
  if (frame.index % SoundFrame::kPerSecond == 0 || second_peaks_.empty()) {
    second_peaks_.push_back(0);
    if (second_peaks_.size() > kPeakSeconds) second_peaks_.pop_front();
  }
  second_peaks_.back() = std::max(second_peaks_.back(), frame.peak);
}

float PitchTracker::loudest() const {
  std::vector<float> peaks(second_peaks_.begin(), second_peaks_.end());
  const size_t place = std::min(kPeakPlace, peaks.size() / 4);
  std::nth_element(peaks.begin(), peaks.begin() + static_cast<std::ptrdiff_t>(place), peaks.end(),
                   std::greater<>());
  return peaks[place];
}

void PitchTracker::settle_front() {
  Step step = ahead_.front();
  ahead_.pop_front();
  const float all = loudest();
  const float share = all > 0 ? std::min(1.0F, step.peak / all) : 0;
  step.strength[0] =
      kVoicingThreshold + std::max(0.0F, 2 - share * (1 + kVoicingThreshold) / kSilenceThreshold);
  const Step* before = path_.empty() ? nullptr : &path_.back();
  for (int to = 0; to < step.states; ++to) {
    step.best[to] = step.strength[to];
    if (before == nullptr) continue;
    float best = -1e9F;
    for (int from = 0; from < before->states; ++from) {
      float cost = 0;
      if (from > 0 && to > 0) {
        cost = kOctaveJumpCost * std::abs(before->octave[from] - step.octave[to]);
      } else if (from > 0 || to > 0) {
        cost = kVoicingCost;
      }
      const float sum = before->best[from] - cost;
      if (sum > best) {
        best = sum;
        step.from[to] = from;
      }
    }
    step.best[to] += best;
  }
  // Only differences count: sums stay small.
  const float top = *std::max_element(step.best, step.best + step.states);
  for (int i = 0; i < step.states; ++i) step.best[i] -= top;
  path_.push_back(step);
  if (path_.size() >= kOpen + kHandedOut) hand_out(kHandedOut);
}

void PitchTracker::hand_out(size_t count) {
  if (path_.empty()) return;
  const Step& last = path_.back();
  int state = static_cast<int>(std::max_element(last.best, last.best + last.states) - last.best);
  std::vector<int> states(path_.size());
  for (size_t i = path_.size(); i-- > 0;) {
    states[i] = state;
    state = path_[i].from[state];
  }
  for (size_t i = 0; i < count; ++i) {
    use_(path_.front().index, path_.front().hz[states[i]]);
    path_.pop_front();
  }
}

}  // namespace gladi
