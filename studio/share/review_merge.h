// Two versions of what one reviewer wrote about a take, made one.
#pragma once

#include "studio/review/review.h"

namespace gladi {

// `ours` with the comments, scores and words on findings of `theirs` that it lacks. What both have stays as
// it is here: nobody's words are replaced by an older copy of them, and what was deleted here doesn't come
// back. False: nothing was missing.
bool add_what_is_missing(Review& ours, const Review& theirs);

}  // namespace gladi
