// The buttons and keys of the ring light: one that switches it and, while it is on and where there is room, one
// for less and one for more.
#pragma once

#include <optional>
#include <string>

#include "ui/theme/ring_light.h"
#include "ui/widgets/ui.h"

namespace gladi {

// Names: <prefix>.light, <prefix>.dimmer, <prefix>.brighter; the note <prefix>.light says "off" or "warm 3".
// The light as it is wished for, when something was pressed.
std::optional<RingLight> ring_light_buttons(Ui& ui, const std::string& prefix, Box box,
                                            const RingLight& light);

}  // namespace gladi
