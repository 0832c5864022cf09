// Which part of the camera's picture comes where on the canvas.
#pragma once

#include "encoder/program/layout.h"
#include "encoder/program/picture.h"

namespace gladi {

struct Placement {
  Rect source;            // in the picture as it is stored, on chroma samples
  Rect target;            // on the canvas, even-aligned; empty: nothing of the camera is seen
  int quarter_turns = 0;  // 0 to 3 clockwise, from source to target
};

// The layout's rectangle is cut to the canvas first. Sizes are rounded to even, at most one pixel off the
// true shape.
Placement place_camera(const Picture& camera, const Layout& layout, const Canvas& canvas);

}  // namespace gladi
