#include "encoder/sound/drift_control.h"

#include <algorithm>

namespace gladi {

std::optional<double> DriftControl::update(MediaTime at, MediaTime early, double device_ppm) {
  if (last_ && at - *last_ < kEvery) return std::nullopt;
  last_ = at;
  const double place_ppm = early.seconds() / kDistance.seconds() * 1e6;
  return std::clamp(place_ppm - device_ppm, -kMostPpm, kMostPpm);
}

}  // namespace gladi
