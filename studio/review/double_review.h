// Takes that two reviewers have scored: how far they agree. Only reviews that were handed in count.
#pragma once

#include <atomic>
#include <filesystem>
#include <vector>

#include "studio/review/agreement.h"
#include "studio/review/review.h"

namespace gladi {

// Scores with the same number of levels, and that number.
struct ScorePairs {
  std::vector<ScorePair> pairs;
  int levels = 0;
};

// What both have scored by the same rubric, where both have handed in. Of criteria with different numbers of
// levels only those with the most common one: kappa can't mix them.
ScorePairs pairs_of(const Review& first, const Review& second);

struct DoubleReviewed {
  int takes = 0;        // with two reviews or more that have something in common
  Agreement agreement;  // over all pairs of reviewers of all these takes
};
// Of people who agreed that trainers watch their takes. Reads folders: not on the main thread. Ends early,
// with what it has, once `cancel` is set.
DoubleReviewed double_reviewed(const std::filesystem::path& library_root,
                               const std::atomic<bool>* cancel = nullptr);

}  // namespace gladi
