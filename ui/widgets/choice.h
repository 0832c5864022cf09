// One of several: a field that opens a list.
#pragma once

#include <string>
#include <vector>

#include "ui/widgets/widgets.h"

namespace gladi {

// In the storage of the window around it: the last frame in which a list was open. Escape then closes the
// list, not the sheet below it.
inline constexpr const char* kListOpenId = "list-open";

// True when another one was chosen. Entries are named `name`.0, `name`.1 … in the registry while the list is
// open.
bool choice(Ui& ui, const std::string& name, const Box& box, const std::vector<std::string>& labels,
            int* chosen);

}  // namespace gladi
