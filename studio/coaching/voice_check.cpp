#include "studio/coaching/voice_check.h"

#include <algorithm>
#include <cmath>

namespace gladi {
namespace {

// Each take of the corpus has 0.55 and more of both; notes, motors, drums and hum have nothing of one of
// them.
constexpr double kLeastVoiced = 0.25;
constexpr double kLeastGliding = 0.3;
constexpr float kGlide = 0.25F / 12;  // octaves in kStep frames

double share(int64_t part, int64_t all) {
  return all > 0 ? static_cast<double>(part) / static_cast<double>(all) : 0;
}

}  // namespace

void VoiceCheck::push(const SettledFrame& frame) {
  const bool voiced = frame.speaking && frame.hz > 0;
  const float octave = voiced ? std::log2(frame.hz) : 0;
  float& before = past_[at_];
  at_ = (at_ + 1) % kStep;
  loud_ += frame.speaking;
  voiced_ += voiced;
  const bool unbroken = std::all_of(past_.begin(), past_.end(), [](float past) { return past > 0; });
  if (voiced && unbroken) {
    ++followed_;
    const float glide = std::abs(octave - before);
    gliding_ += glide >= kGlide;
  }
  before = octave;
}

double VoiceCheck::voiced_share() const {
  return share(voiced_, loud_);
}
double VoiceCheck::gliding_share() const {
  return share(gliding_, followed_);
}
bool VoiceCheck::is_voice() const {
  return voiced_share() >= kLeastVoiced && gliding_share() >= kLeastGliding;
}

}  // namespace gladi
