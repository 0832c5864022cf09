// The check before a rehearsal as it is shown: verdicts that hold still, and one thing to do at a time.
#pragma once

#include <array>

#include "studio/rehearsal/checkup.h"

namespace gladi {

// One thread. Looks come and go: a head that turns, a door that bangs. A verdict is shown when it has held
// for a moment, and of all faults only the weightiest says what to do.
class Preflight {
 public:
  static constexpr MediaTime kHolds = MediaTime::from_ms(1'500);
  // That more than one face is seen is told once and for so long: perhaps it is a poster that has to stay.
  static constexpr MediaTime kCompanyToldFor = MediaTime::from_ms(10'000);

  // Call it some times a second with what check_up() says.
  const Checkup& update(const Checkup& seen, MediaTime now);
  const Checkup& shown() const { return shown_; }

 private:
  // A verdict that isn't shown yet.
  struct Coming {
    const char* what = "";
    MediaTime since;
  };
  void hold(const Finding& seen, Finding& shown, Coming& coming, MediaTime now) const;
  void tell_company_once(Finding& face, MediaTime now);

  Checkup steady_;  // with all advice
  Checkup shown_;
  Coming camera_, microphone_, light_, face_;
  std::optional<MediaTime> company_since_;
};

}  // namespace gladi
