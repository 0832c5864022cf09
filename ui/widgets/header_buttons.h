// Buttons that the headers of several screens have. Each is cut off `rest` and named <screen>.back,
// <screen>.next_person.
#pragma once

#include <string>

#include "ui/widgets/widgets.h"

namespace gladi {

// At the left end; `where` is the translated name of the screen that it leads to. Escape does the same,
// unless something else has it just now.
bool back_button(Ui& ui, const std::string& screen, Box& rest, const char* where, bool by_key = true);

// At the right end: the turn of who comes next in the class, of whom a narrow window shows the name alone.
// Nothing without a name.
bool next_person_button(Ui& ui, const std::string& screen, Box& rest, const std::string& name,
                        ButtonLook look = ButtonLook::kNormal);

// At the right end, in trainer mode: whose it is, and the way out of it. Of her name as much as
// `name_width` holds; 0: her tooltip alone tells it.
bool lock_button(Ui& ui, const std::string& name, Box& rest, const std::string& trainer,
                 float name_width = 160);

// A button in the middle of the header's height, cut off its left or right end.
bool header_button(Ui& ui, const std::string& name, Box& rest, const ButtonSpec& spec, bool right = true);

}  // namespace gladi
