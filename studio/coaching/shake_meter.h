// How much the camera itself moves from one picture to the next.
#pragma once

#include <optional>

#include "studio/coaching/face.h"
#include "studio/coaching/small_picture.h"

namespace gladi {

// The step of the background between two pictures of one size that follow each other, in shares of their
// width: the median over blocks outside the face and the body below it, to a fraction of a pixel. A person
// who moves shakes nothing as long as half of the blocks are wall. Nothing where too little can be told apart
// (a plain wall, the dark).
std::optional<double> shake_between(const SmallPicture& before, const SmallPicture& after,
                                    const std::optional<Face>& face);

}  // namespace gladi
