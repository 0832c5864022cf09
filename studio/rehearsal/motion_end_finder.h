// Finds in a row of pictures the moments at which something that moved comes to a stop: hands that meet in a
// clap.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "encoder/program/picture.h"

namespace gladi {

// What has moved is the share of samples that differ clearly from the picture before; noise and a camera that
// adapts to the light stay below that. A flash counts too: it is over in one picture. Plain value, one
// thread.
class MotionEndFinder {
 public:
  // Pictures in their order, all of one size; one that is given again changes nothing. The moment when a
  // motion ended, once it is known, on the clock of the pictures' stamps. It lies between the last picture
  // that moved and the one before it: the less that one moved compared to the one before, the sooner it was
  // over; half-way where there is nothing to compare.
  std::optional<MediaTime> add(const Picture& picture);

 private:
  double moved_share(const Picture& picture);

  std::vector<uint8_t> before_;  // every kStep-th sample of the picture before
  std::optional<MediaTime> before_stamp_;
  double peak_ = 0;          // of the motion that is going on; 0 while nothing moves
  double moved_before_ = 0;  // by the picture before
  MediaTime ended_at_;
  int calm_ = 0;  // pictures since then
};

}  // namespace gladi
