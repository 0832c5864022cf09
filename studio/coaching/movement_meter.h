// How much of a picture has changed since an earlier one: whether somebody is doing anything.
#pragma once

#include <optional>

#include "studio/coaching/small_picture.h"

namespace gladi {

// The share of blocks of two pictures of one size whose mean luma differs, from 0 to 1. What all blocks have
// in common (a camera that sets its exposure) doesn't count, a sensor's noise neither. Nothing where the
// sizes differ.
std::optional<double> moved_between(const SmallPicture& before, const SmallPicture& after);

// Somebody who sits still and breathes stays below, one who shows a product lies above.
inline constexpr double kMoves = 0.02;

}  // namespace gladi
