// Which hearts are on their way up: a few of those that viewers gave.
#pragma once

#include <vector>

#include "encoder/base/media_time.h"
#include "studio/overlay/feed_content.h"

namespace gladi {

// One thread.
class RisingHearts {
 public:
  static constexpr size_t kMost = 6;
  static constexpr MediaTime kLife = MediaTime::from_ms(2'400);
  static constexpr MediaTime kApart = MediaTime::from_ms(300);

  // `total` hearts have been given so far. Returns those to be shown at `now`.
  std::vector<FloatingHeart> at(MediaTime now, int64_t total);

 private:
  struct Heart {
    MediaTime since;
    int sprite = 0;
    double x = 0;
  };
  std::vector<Heart> hearts_;
  int64_t seen_ = 0;
  uint32_t place_ = 1;
};

}  // namespace gladi
