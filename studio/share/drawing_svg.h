// A reviewer's drawing for the HTML page.
#pragma once

#include <string>

#include "studio/review/drawing.h"

namespace gladi {

// The strokes on a picture of this size, in pixels: lines without a frame, to be put into an <svg> whose
// viewBox is the picture. Nothing of it comes from a person's text.
std::string svg_lines(const Drawing& drawing, int width_px, int height_px);

}  // namespace gladi
