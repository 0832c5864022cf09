// Decides how much a run of sound is to be stretched so that it stays where its device's clock says.
#pragma once

#include <optional>

#include "encoder/base/media_time.h"

namespace gladi {

// A PI control once a second: the proportional part brings the place right over the next five seconds (ten
// would leave 3 ms while a rate of 300 ppm is still being learned); the integral part is the rate that the
// device clock's loop has found, so nothing winds up here. Never more than 0.2 %: nobody hears that (a
// semitone is 6 %). One thread.
class DriftControl {
 public:
  static constexpr MediaTime kDistance = MediaTime::from_ms(5'000);
  static constexpr double kMostPpm = 2000;

  // At `at` the sound placed last stands `early` before its time (negative: after it), on a device that runs
  // `device_ppm` too fast. Answers when it is time for a new correction: samples to add per million.
  std::optional<double> update(MediaTime at, MediaTime early, double device_ppm);

 private:
  static constexpr MediaTime kEvery = MediaTime::from_ms(1000);
  std::optional<MediaTime> last_;
};

}  // namespace gladi
