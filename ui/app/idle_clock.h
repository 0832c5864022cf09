// For how long nobody has touched mouse or keyboard.
#pragma once

#include <filesystem>
#include <optional>

#include "encoder/base/media_time.h"

namespace gladi {

// Main thread.
class IdleClock {
 public:
  // GLADI_IDLE_AHEAD names a file with a number of seconds that are added: window tests needn't wait.
  IdleClock();

  void on_input(MediaTime now) { last_input_ = now; }
  MediaTime idle(MediaTime now) const;

 private:
  std::optional<std::filesystem::path> ahead_;
  MediaTime last_input_;
};

}  // namespace gladi
