// Fields with a label above and, where something is wrong, a sentence below: what forms are made of.
#pragma once

#include <string>

#include "ui/widgets/widgets.h"

namespace gladi {

constexpr float kLabelHeight = 20;
constexpr float kFormField = 42;

// Cuts the label and the field off the top of `box`; true when the text changed. A `problem` (may be empty)
// stands in the label's line, in the colour of problems. `max_letters`: more can't be typed or pasted; 0: as
// many as one likes.
bool form_field(Ui& ui, const std::string& name, Box& box, const std::string& label, std::string* text,
                const std::string& problem = {}, size_t max_letters = 0);

// Several lines, which break where the area ends; Enter begins a new one.
bool text_area(Ui& ui, const std::string& name, const Box& box, std::string* text, bool focus = false);

// Whether the field or area that was drawn last was left in this frame: what was typed is whole.
bool field_left();

}  // namespace gladi
