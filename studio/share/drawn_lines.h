// A reviewer's drawing for what others get to see: the HTML page and the sheet for printing.
#pragma once

#include <string>
#include <vector>

#include "studio/review/drawing.h"

namespace gladi {

// Lines in the picture's units, in the order in which they are drawn: each stroke's rim, then its line.
struct DrawnLine {
  unsigned rgb = 0;
  float width = 0;
  std::vector<DrawnPoint> points;
};
std::vector<DrawnLine> drawn_lines(const Drawing& drawing, float width, float height);

// The same on a picture of this size, in pixels, without a frame, to be put into an <svg> whose viewBox is
// the picture. Nothing of it comes from a person's text.
std::string svg_lines(const Drawing& drawing, int width_px, int height_px);

}  // namespace gladi
