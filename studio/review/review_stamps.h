// When what of a review was changed, so that of two copies of it the newer words are known (docs/bundle.md).
// For studio's .cpp files only.
#pragma once

#include "studio/review/review.h"

namespace gladi {

// Gives all that differs in `after` from `before` the time `now`: comments, deletions, words on findings, and
// rubric with scores and `finished` as one. Always later than what it takes the place of, so that a clock
// that was put back makes nothing old; what is the same keeps its time.
void stamp_changes(const Review& before, Review& after, WallTime now);

}  // namespace gladi
