// How much the melody of a voice moves.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace gladi {

// Counts the pitch of voiced frames in quarters of a semitone. One thread.
class PitchSpread {
 public:
  // Standard deviation in semitones over 10 s: below it a voice sounds flat, from kLively on lively
  // (COACHING).
  static constexpr double kFlat = 1.7, kLively = 2.4;

  void add(float hz);
  void add(const PitchSpread& other);
  int64_t frames() const { return frames_; }
  // Nothing for less than 2 s of voice. What is more than an octave away from the median is left out: it is a
  // wrong pitch rather than a lively one.
  std::optional<double> semitones() const;
  std::optional<double> median_hz() const;
  void clear() { *this = {}; }

 private:
  static constexpr int kStepsOfSemitone = 4;
  static constexpr double kLowestHz = 70;
  static constexpr int kSteps = 40 * kStepsOfSemitone;  // up to 700 Hz
  int median_step() const;

  std::array<int32_t, kSteps> counts_{};
  int64_t frames_ = 0;
};

}  // namespace gladi
