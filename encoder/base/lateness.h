// How far from their own stamps pictures or sounds were placed.
#pragma once

#include "encoder/base/media_time.h"

namespace gladi {

// Positive: placed later than they were taken. Plain sums, so that a stretch in between is what two of them
// differ by.
struct Lateness {
  MediaTime sum;
  int64_t count = 0;
  MediaTime worst;  // the one farthest from 0, of all

  void add(MediaTime late) {
    sum += late;
    ++count;
    if (abs(late) > abs(worst)) worst = late;
  }
  MediaTime mean() const { return count > 0 ? sum / count : MediaTime{}; }
  MediaTime mean_since(const Lateness& before) const {
    return count > before.count ? (sum - before.sum) / (count - before.count) : MediaTime{};
  }
};

}  // namespace gladi
