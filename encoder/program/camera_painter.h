// Draws the camera's picture into its place: crop, colour, turn, scale, each over as few pixels as possible.
#pragma once

#include <array>
#include <optional>

#include "encoder/program/colour_convert.h"
#include "encoder/program/placement.h"
#include "encoder/program/plane_scaler.h"
#include "encoder/program/planes.h"

namespace gladi {

// One thread at a time. Keeps its memory from frame to frame.
class CameraPainter {
 public:
  // `canvas` is 4:2:0 and takes the result in Canvas::kColour. Only place.target is written.
  void paint(const Picture& camera, const Placement& place, const Planes& canvas);

 private:
  // Null when the camera already has the canvas's colour.
  ColourConverter* converter_for(Colour colour);

  void scale(const ConstPlanes& from, const Planes& to);

  std::optional<ColourConverter> converter_;
  std::array<PlaneScaler, 3> scalers_;
  PlaneBuffer first_, second_;
};

}  // namespace gladi
