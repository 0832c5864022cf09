// Cuts sound into frames of 10 ms and looks at each: level, spectrum, and which pitch it may have.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "studio/coaching/sound_frame.h"

namespace gladi {

// One thread. Pitch candidates are those of P. Boersma, "Accurate short-term analysis of the fundamental
// frequency and the harmonics-to-noise ratio of a sampled sound" (1993): maxima of the windowed sound's
// autocorrelation, divided by the window's own.
class FrameAnalyser {
 public:
  static constexpr int kSampleRateHz = 16'000;
  static constexpr double kLowestHz = 75, kHighestHz = 600;
  using Use = std::function<void(SoundFrame&&)>;

  explicit FrameAnalyser(Use use);
  ~FrameAnalyser();

  // Mono at 16 kHz; `recorded` false: silence that stands for sound that isn't there. Frames come 20 ms
  // later.
  void push(std::span<const float> samples, bool recorded = true);
  // Hands out the last frames.
  void finish();

 private:
  struct Transform;
  void analyse_waiting();
  void look_at(const float* window, SoundFrame& frame);
  void find_pitches(SoundFrame& frame);

  const Use use_;
  std::unique_ptr<Transform> transform_;
  std::vector<float> waiting_;  // from the start of the next frame's window on
  int64_t next_ = 0;
  int64_t recorded_to_ = 0;                            // samples that were pushed
  int64_t unrecorded_from_ = -1, unrecorded_to_ = -1;  // the last stretch without sound
};

}  // namespace gladi
