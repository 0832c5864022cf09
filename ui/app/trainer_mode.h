// Whether a trainer sits at this computer. Without one a window shows only the takes of the person who is
// chosen; with one also those of all people who agreed that a trainer watches them.
#pragma once

#include <optional>

#include "encoder/base/media_time.h"
#include "studio/people/trainer_store.h"

namespace gladi {

// Main thread.
class TrainerMode {
 public:
  static constexpr MediaTime kLocksAfter =
      MediaTime::from_ms(int64_t{10} * 60'000);  // EXPERIENCE: idle minutes

  bool on() const { return trainer_.has_value(); }
  const Trainer& trainer() const { return *trainer_; }  // only while on()

  // The PIN has been checked.
  void begin(Trainer trainer) { trainer_ = std::move(trainer); }
  void end() { trainer_.reset(); }

  // `idle`: for how long nobody has touched mouse or keyboard. True: so long that the mode has just ended.
  bool tick(MediaTime idle) {
    if (!trainer_ || idle < kLocksAfter) return false;
    trainer_.reset();
    return true;
  }

 private:
  std::optional<Trainer> trainer_;
};

}  // namespace gladi
