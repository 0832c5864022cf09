#include "studio/rehearsal/silence_watch.h"

#include <algorithm>

namespace gladi {

SilenceWatch::Change SilenceWatch::add(const SoundLevel& level, MediaTime now) {
  if (!spoke_at_) spoke_at_ = last_ = now;
  const auto passed = static_cast<float>((now - last_).seconds());
  last_ = now;
  noise_dbfs_ = std::min(level.rms_dbfs, noise_dbfs_ + kNoiseRisesDbPerS * std::max(0.0F, passed));
  noise_dbfs_ = std::max(noise_dbfs_, SoundLevel::kSilenceDbfs);
  speaking_ = level.rms_dbfs >= std::max(noise_dbfs_ + kAboveNoiseDb, kFaintestDbfs);
  if (speaking_) {
    spoke_at_ = now;
    if (!silent_) return Change::kNone;
    silent_ = false;
    return Change::kSpokeAgain;
  }
  if (silent_ || now - *spoke_at_ < kSilentAfter) return Change::kNone;
  silent_ = true;
  return Change::kFellSilent;
}

}  // namespace gladi
