// Words on the screen.
#pragma once

#include <string>
#include <vector>

#include "ui/widgets/ui.h"

namespace gladi {

enum class Align { kLeft, kCentre, kRight };

struct TextSize {
  float w = 0, h = 0;
};

TextSize text_size(const Ui& ui, TextStyle style, const std::string& text);
// Height of `text` broken into lines of at most `width` dp.
float wrapped_height(const Ui& ui, TextStyle style, const std::string& text, float width);

// One line at (x, y), its upper left corner; returns its width.
float draw_text(Ui& ui, float x, float y, TextStyle style, Rgba colour, const std::string& text);
// One line in the middle of the box's height; what doesn't fit ends in "…". Returns the width drawn.
float draw_text_in(Ui& ui, const Box& box, TextStyle style, Rgba colour, const std::string& text,
                   Align align = Align::kLeft);
// As many lines as it takes, from the box's top; returns the height used. What goes beyond the box is cut
// off.
float draw_wrapped(Ui& ui, const Box& box, TextStyle style, Rgba colour, const std::string& text);
// `text` broken into lines of at most `width` dp, as draw_wrapped breaks it.
std::vector<std::string> wrapped_lines(const Ui& ui, TextStyle style, const std::string& text, float width);

// `text` shortened with "…" to at most `width` dp.
std::string shortened(const Ui& ui, TextStyle style, const std::string& text, float width);

}  // namespace gladi
