// Tells speech from pauses by how loud the sound is, against this take's own background and voice.
#pragma once

#include <cstdint>
#include <deque>

#include "studio/coaching/level_statistics.h"
#include "studio/coaching/short_run_filter.h"

namespace gladi {

// One thread. A frame is speech when its level is above a threshold that lies between the background and the
// voice; both are followed through the take. Gaps of less than 0.2 s belong to the speech around them, and
// what is heard for less than 0.1 s is no speech.
class SpeechFinder {
 public:
  using Use = ShortRunFilter::Use;

  static constexpr int kAheadFrames = 5 * SoundFrame::kPerSecond;  // a threshold knows so much of what comes

  explicit SpeechFinder(Use use);

  // Frames follow each other. Each comes out once, in order, some 6 s of sound later.
  void push(const SoundFrame& frame);
  void finish();
  // Right now, for what can't wait: by the threshold alone.
  bool loud_now() const { return loud_now_; }

 private:
  struct Waiting {
    int64_t index = 0;
    bool recorded = true;
    float level_db = 0;
  };

  float threshold_db() const;
  void judge_front();

  LevelStatistics all_;
  LevelStatistics recent_;  // of recent_levels_
  std::deque<float> recent_levels_;
  std::deque<Waiting> ahead_;
  ShortRunFilter sounds_;  // hands on to the user
  ShortRunFilter gaps_;    // hands on to sounds_
  bool loud_now_ = false;
};

}  // namespace gladi
