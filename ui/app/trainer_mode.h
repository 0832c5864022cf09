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
  static constexpr MediaTime kLocksAfter = MediaTime::from_ms(10 * 60 * 1000);  // EXPERIENCE: idle minutes

  bool on() const { return trainer_.has_value(); }
  const Trainer& trainer() const { return *trainer_; }  // only while on()

  // The PIN has been checked.
  void begin(Trainer trainer) { trainer_ = std::move(trainer); }
  void end() { trainer_.reset(); }

  // `last_input`: when somebody last touched mouse or keyboard. True: nobody did for so long that the mode
  // has just ended.
  bool tick(MediaTime now, MediaTime last_input) {
    if (!trainer_ || now - last_input < kLocksAfter) return false;
    trainer_.reset();
    return true;
  }

 private:
  std::optional<Trainer> trainer_;
};

}  // namespace gladi
