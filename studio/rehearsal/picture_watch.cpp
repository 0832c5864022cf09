#include "studio/rehearsal/picture_watch.h"

#include "studio/coaching/movement_meter.h"

namespace gladi {

void PictureWatch::add(const PictureSample& sample) {
  // After a hole nothing is known of the time in it.
  const bool after_a_hole = looked_at_ && sample.at - *looked_at_ > kFresh;
  if (!moved_at_ || after_a_hole || sample.moved.value_or(0) > kMoves) moved_at_ = sample.at;
  if (face_is_shown(sample).value_or(false) || (after_a_hole && face_at_)) face_at_ = sample.at;
  looked_at_ = sample.at;
}

MediaTime PictureWatch::face_away_for(MediaTime now) const {
  return fresh(now) && face_at_ ? now - *face_at_ : MediaTime{};
}

std::optional<MediaTime> PictureWatch::still_for(MediaTime now) const {
  return fresh(now) ? std::optional(now - *moved_at_) : std::nullopt;
}

}  // namespace gladi
