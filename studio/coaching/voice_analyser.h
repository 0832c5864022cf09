// All analysers of speech in one: sound goes in, what is known of each 10 ms of it comes out.
#pragma once

#include <deque>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "studio/coaching/frame_analyser.h"
#include "studio/coaching/pitch_tracker.h"
#include "studio/coaching/rate_reducer.h"
#include "studio/coaching/speech_finder.h"

namespace gladi {

// One thread. The same during a take and after it.
class VoiceAnalyser {
 public:
  using Use = std::function<void(const SettledFrame&)>;

  explicit VoiceAnalyser(Use use);

  // Mono at 48 kHz, without holes; `recorded` false: zeros that stand for sound that isn't there.
  void push(std::span<const float> samples, bool recorded = true);
  // Hands out what still waits; some 6 s of sound do until then.
  void finish();
  bool loud_now() const { return speech_.loud_now(); }

 private:
  void take(SoundFrame&& frame);
  void hand_out();

  const Use use_;
  RateReducer reducer_;
  std::vector<float> reduced_;
  std::deque<SoundFrame> frames_;   // from the first one on that isn't settled
  std::deque<float> hz_;            // of the same frames, as far as known
  std::deque<SpeechFrame> spoken_;  // likewise
  FrameAnalyser frame_analyser_;
  PitchTracker pitch_;
  SpeechFinder speech_;
};

}  // namespace gladi
