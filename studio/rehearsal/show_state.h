// What a host sees of the show while a take runs, besides the clock.
#pragma once

#include <optional>

#include "studio/audience/audience_state.h"
#include "studio/rehearsal/cues.h"
#include "studio/rehearsal/prompter.h"

namespace gladi {

struct ShowState {
  AudienceState audience;
  std::optional<Cue> cue;
  PrompterState prompter;
  bool can_start_flash_sale = false;  // a product with stock is on show that had none yet
};

}  // namespace gladi
