// Gladi's log: for whoever repairs it, on standard error; standard output belongs to results.
#pragma once

namespace gladi {

// Warnings and errors, or what $GLADI_LOG names ("debug", "info", "off"). Takes in what the media libraries
// say. Once, before any thread is started.
void start_log();

}  // namespace gladi
