// What the media libraries say about their work belongs into Gladi's log, not on the terminal.
#pragma once

namespace gladi {

// Sends libav's messages to the default spdlog logger: its errors as debug lines, the rest nowhere. Affects
// the whole process; called once, by main() before any thread is started.
void route_library_logs();

}  // namespace gladi
