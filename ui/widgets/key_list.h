// The keys of a place (ui/app/keys.h) as a list: key caps, and beside them what they do.
#pragma once

#include "ui/app/keys.h"
#include "ui/widgets/ui.h"

namespace gladi {

// From the box's top; returns the height it took. `named`: under the place's name.
float draw_key_list(Ui& ui, const Box& box, KeyPlace place, bool named);
// The height that it will take.
float key_list_height(const Ui& ui, KeyPlace place, float width, bool named);

}  // namespace gladi
