#include "ui/app/idle_clock.h"

#include <cstdlib>
#include <fstream>

namespace gladi {

IdleClock::IdleClock() {
  if (const char* file = std::getenv("GLADI_IDLE_AHEAD")) ahead_ = file;
}

MediaTime IdleClock::idle(MediaTime now) const {
  double ahead_s = 0;
  if (ahead_) std::ifstream(*ahead_) >> ahead_s;
  return now - last_input_ + MediaTime::from_seconds(ahead_s);
}

}  // namespace gladi
