// Finds sudden sounds: claps, knocks, beeps.
#pragma once

#include <cstdint>
#include <vector>

#include "encoder/base/media_time.h"

namespace gladi {

// Plain value, one thread.
class OnsetFinder {
 public:
  // Interleaved stereo in SoundFormat. Adds to `onsets` when each sudden sound began, counted from the first
  // sample ever given; to the sample, and once a quarter of a second at most.
  void add(const float* interleaved, int frames, std::vector<MediaTime>& onsets);

 private:
  void end_slice(std::vector<MediaTime>& onsets);

  int64_t at_ = 0;        // frames taken so far
  float peak_ = 0;        // of the running slice
  int64_t loud_at_ = -1;  // where it first rose above what was usual before it; -1: nowhere
  float usual_ = 0.01F;   // how loud it has been lately
  int64_t last_onset_ = -1'000'000;
};

}  // namespace gladi
