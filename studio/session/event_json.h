// One line of the journal. For studio's .cpp files only.
#pragma once

#include <optional>
#include <string>

#include "studio/session/take_event.h"

namespace gladi {

std::string event_to_line(const TakeEvent& event);  // without the line break

struct EventLine {
  std::optional<TakeEvent> event;
  bool of_unknown_type = false;  // sound, but a newer version's
};
EventLine event_of_line(const std::string& line);

}  // namespace gladi
