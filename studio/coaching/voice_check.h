// Whether what is loud is a voice at all, or music, a machine, a clapping crowd.
#pragma once

#include <array>
#include <cstdint>

#include "studio/coaching/sound_frame.h"

namespace gladi {

// One thread. A voice is voiced for a good part of the time, and its pitch glides: it is hardly ever the same
// for a twentieth of a second. Notes of instruments stand still, noises have no pitch. Singing passes.
class VoiceCheck {
 public:
  void push(const SettledFrame& frame);

  double voiced_share() const;   // of the frames that are loud
  double gliding_share() const;  // of the voiced frames with a voiced past
  bool is_voice() const;

 private:
  static constexpr size_t kStep = 5;  // frames
  std::array<float, kStep> past_{};   // octaves; 0: unvoiced
  size_t at_ = 0;
  int64_t loud_ = 0, voiced_ = 0, followed_ = 0, gliding_ = 0;
};

}  // namespace gladi
