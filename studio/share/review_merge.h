// Two versions of what one reviewer wrote about a take, made one.
#pragma once

#include "studio/review/review.h"

namespace gladi {

struct ReviewChanges {
  int comments_added = 0;
  int comments_changed = 0;
  int comments_removed = 0;
  bool assessed = false;  // rubric, scores, or whether it is handed in
  bool noted = false;     // else: words on findings, when something was changed or deleted
  bool any() const { return comments_added + comments_changed + comments_removed > 0 || assessed || noted; }
};

// Brings what `theirs` says later into `ours`: each comment, each deletion and the words on each finding by
// itself; rubric, scores and `finished` as one. A comment that one side alone has stays, unless the other has
// deleted it since it was changed last. Of two that say no time, ours stays; but a review that was handed in
// goes before one that wasn't, and one with scores before an empty one.
ReviewChanges merge_review(Review& ours, const Review& theirs);

}  // namespace gladi
