// Which part of a camera's picture the program feed shows.
#pragma once

#include "encoder/program/layout.h"
#include "encoder/program/picture.h"
#include "studio/coaching/picture_sample.h"

namespace gladi {

// Of the upright picture. Nothing (no width, no height) where the layout shows no camera.
ShownPart shown_part(const Picture& picture, const Layout& layout, const Canvas& canvas);

}  // namespace gladi
