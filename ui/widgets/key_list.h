// The keys of a place (ui/app/keys.h) as a list: key caps, and beside them what they do.
#pragma once

#include "ui/app/keys.h"
#include "ui/widgets/ui.h"

namespace gladi {

// From the box's top, under the place's name; returns the height it took.
float draw_key_list(Ui& ui, const Box& box, KeyPlace place);

}  // namespace gladi
