// Chooses the pitch of each frame: the path through the candidates that costs least.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <vector>

#include "studio/coaching/sound_frame.h"

namespace gladi {

// One thread. Boersma 1993 with the costs that Praat takes by default, made for sound that has no end yet:
// the sound's peak, against which faint frames count as unvoiced, is looked for in the last 30 s and the next
// 2 s (the third largest of its seconds, so that one clap changes nothing), and a path is settled 1 s behind
// it.
class PitchTracker {
 public:
  using Use = std::function<void(int64_t index, float hz)>;  // 0: not voiced

  explicit PitchTracker(Use use) : use_(std::move(use)) {}

  // Frames follow each other. Each comes out once, in order, at most 3.5 s of sound later.
  void push(const SoundFrame& frame);
  void finish();

 private:
  static constexpr int kMostStates = SoundFrame::kMostCandidates + 1;  // the first is "not voiced"
  struct Step {
    int64_t index = 0;
    float peak = 0;
    int states = 1;
    float hz[kMostStates] = {};
    float octave[kMostStates] = {};  // log2 of hz
    float strength[kMostStates] = {};
    float best[kMostStates] = {};  // of the path up to here
    int from[kMostStates] = {};
  };

  void note_peak(const SoundFrame& frame);
  float loudest() const;
  void settle_front();
  void hand_out(size_t count);

  const Use use_;
  std::deque<Step> ahead_;  // wait for what the peak will be
  std::deque<Step> path_;   // costs known, choice open
  std::deque<float> second_peaks_;
};

}  // namespace gladi
