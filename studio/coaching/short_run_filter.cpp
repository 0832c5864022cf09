#include "studio/coaching/short_run_filter.h"

namespace gladi {

void ShortRunFilter::hand_out(bool flipped) {
  for (SpeechFrame& frame : held_) {
    if (flipped) frame.speaking = !value_;
    use_(frame);
  }
  held_.clear();
}

void ShortRunFilter::push(const SpeechFrame& frame) {
  if (frame.speaking != value_) {
    hand_out(true);
    long_enough_ = false;
    use_(frame);
    return;
  }
  held_.push_back(frame);
  long_enough_ = long_enough_ || held_.size() >= shortest_;
  if (long_enough_) hand_out(false);
}

void ShortRunFilter::finish() {
  hand_out(value_);  // a sound that was too short; a pause goes on for all that is known
}

}  // namespace gladi
