// How the camera's picture sits on the canvas. Product photos are overlays: the engine knows no product.
#pragma once

#include "encoder/program/canvas.h"

namespace gladi {

enum class Fit {
  kCrop,  // fills the rectangle; what sticks out is cut off
  kWhole, // all of the picture is seen; bars of the background colour fill the rest
};

struct Layout {
  Rect camera;  // on the canvas, even-aligned; an empty rectangle shows no camera
  Fit fit = Fit::kCrop;
  // With kCrop: which part stays when the picture is too wide or too high; 0.5 is the middle, 0 left or top.
  float focus_x = 0.5F;
  float focus_y = 0.5F;
  // Clockwise quarter turns on top of what the source itself asks for (a camera mounted sideways).
  int quarter_turns = 0;
  // The canvas where nothing is drawn.
  uint8_t background_y = 16, background_u = 128, background_v = 128;

  friend bool operator==(const Layout&, const Layout&) = default;
};

// The camera over the whole canvas.
Layout camera_full(const Canvas& canvas);

// The camera in the upper `share` of the canvas (0 to 1); below it an overlay shows the product.
Layout camera_above(const Canvas& canvas, double share);

}  // namespace gladi
