// Everything the engine does without a window: `gladi record`, `gladi list` …
#pragma once

#include <optional>

#include "ui/app/studio_options.h"

namespace gladi {

// Runs the command that argv names and returns the program's exit code (0 done, 1 failed, 2 wrong use).
// Without a command nothing runs: `options` is filled in, nullopt is returned, and the caller opens the
// studio. Main thread, before any other thread runs: prepares log and translations of the process.
std::optional<int> run_command(int argc, char** argv, StudioOptions& options);

}  // namespace gladi
