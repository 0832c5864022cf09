// Lays overlays over a picture that is being made.
#pragma once

#include "encoder/program/overlay.h"
#include "encoder/program/picture_pool.h"

namespace gladi {

// Bottom first; what leaves the picture is cut off. The picture is I420 in Canvas::kColour.
void blend_overlays(DraftPicture& picture, const OverlayPlan& overlays);

}  // namespace gladi
