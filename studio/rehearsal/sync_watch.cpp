#include "studio/rehearsal/sync_watch.h"

namespace gladi {

void SyncWatch::add(const Lateness& sound, const Lateness& picture) {
  sound_ = sound;
  picture_ = picture;
  const bool enough =
      picture.count - picture_before_.count >= kEnoughPictures && sound.count > sound_before_.count;
  if (!enough) return;
  const MediaTime offset = sound.mean_since(sound_before_) - picture.mean_since(picture_before_);
  if (!seen_ || abs(offset) > abs(worst_)) worst_ = offset;
  seen_ = true;
  sound_before_ = sound;
  picture_before_ = picture;
}

std::optional<TakeSync> SyncWatch::result(double device_ppm) const {
  if (!seen_) return std::nullopt;
  return TakeSync{sound_.mean() - picture_.mean(), worst_, device_ppm};
}

}  // namespace gladi
