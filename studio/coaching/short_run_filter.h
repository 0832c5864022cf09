// Takes what is too short to mean anything out of a row of yes and no.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "studio/coaching/sound_frame.h"

namespace gladi {

// Whether somebody speaks in a frame.
struct SpeechFrame {
  int64_t index = 0;
  bool speaking = false;
  float voice_db = 0;
};

// One thread. Runs of `value` that are shorter than `shortest` frames become the other value, also at the
// very beginning when `value` is true. Each frame comes out once, in order, less than `shortest` frames
// later.
class ShortRunFilter {
 public:
  using Use = std::function<void(const SpeechFrame&)>;

  ShortRunFilter(bool value, size_t shortest, Use use)
      : value_(value), shortest_(shortest), long_enough_(!value), use_(std::move(use)) {}

  void push(const SpeechFrame& frame);
  void finish();

 private:
  void hand_out(bool flipped);

  const bool value_;
  const size_t shortest_;
  bool long_enough_;  // the run of `value` that goes on may stay
  const Use use_;
  std::vector<SpeechFrame> held_;
};

}  // namespace gladi
