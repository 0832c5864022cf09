// What a camera's picture says about light and focus.
#pragma once

#include <optional>

#include "studio/coaching/face.h"
#include "studio/coaching/light.h"
#include "studio/coaching/small_picture.h"

namespace gladi {

Light light_of(const SmallPicture& picture, const std::optional<Face>& face);

// How fine the detail is, in the face or in the middle of the picture: variance of the Laplacian by the
// variance of luma (after Pech-Pacheco et al. 2000), so that neither light nor contrast counts. Falls with
// blur; only pictures of the same size can be compared. Nothing where there is nothing to see: a wall, the
// dark.
std::optional<double> sharpness_of(const SmallPicture& picture, const std::optional<Face>& face);

}  // namespace gladi
