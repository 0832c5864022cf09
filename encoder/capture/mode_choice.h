// Which of a camera's modes suits the canvas.
#pragma once

#include <optional>
#include <vector>

#include "encoder/capture/picture_source.h"
#include "encoder/program/canvas.h"

namespace gladi {

// The mode that reaches the canvas's rate and needs least scaling when its picture is cropped to fill the
// canvas; of equal ones the one that costs least to decode. Half the rate weighs as much as a picture eight
// times too small, so that neither 5 fps in full HD nor a thumbnail at 30 fps wins. Nullopt if no mode is one
// Gladi can decode.
std::optional<PictureMode> choose_mode(const std::vector<PictureMode>& modes, const Canvas& canvas);

}  // namespace gladi
