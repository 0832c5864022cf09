// What the last looks at the camera tell while a take runs: for cues.
#pragma once

#include <optional>

#include "studio/coaching/picture_sample.h"

namespace gladi {

// One thread. Times are take times.
class PictureWatch {
 public:
  // Older looks say nothing about now: the camera is gone, or the computer has no time to look.
  static constexpr MediaTime kFresh = MediaTime::from_ms(2'500);

  void add(const PictureSample& sample);

  // How long viewers haven't seen her face, as far as looks tell; 0 where nobody looks, or no face has been
  // seen in this take yet: perhaps she shows her products only.
  MediaTime face_away_for(MediaTime now) const;
  // How long nothing has moved; nothing where nobody looks.
  std::optional<MediaTime> still_for(MediaTime now) const;

 private:
  bool fresh(MediaTime now) const { return looked_at_ && now - *looked_at_ <= kFresh; }

  std::optional<MediaTime> looked_at_;
  std::optional<MediaTime> face_at_;   // when viewers saw it last
  std::optional<MediaTime> moved_at_;  // or when looking began
};

}  // namespace gladi
