#include "studio/share/review_merge.h"

#include <algorithm>

namespace gladi {

bool add_what_is_missing(Review& ours, const Review& theirs) {
  bool added = false;
  for (const Comment& comment : theirs.comments) {
    const bool here = std::any_of(ours.comments.begin(), ours.comments.end(),
                                  [&](const Comment& own) { return own.id == comment.id; });
    const bool removed =
        std::find(ours.removed.begin(), ours.removed.end(), comment.id) != ours.removed.end();
    if (here || removed) continue;
    ours.comments.push_back(comment);
    added = true;
  }
  for (const FindingVerdict& said : theirs.findings) {
    const bool here = std::any_of(ours.findings.begin(), ours.findings.end(), [&](const FindingVerdict& own) {
      return own.kind == said.kind && abs(own.at - said.at) <= FindingVerdict::kSame;
    });
    if (here) continue;
    ours.findings.push_back(said);
    added = true;
  }
  if (ours.scores.empty() && !theirs.scores.empty()) ours.rubric = theirs.rubric;
  if (ours.rubric == theirs.rubric) {
    for (const Score& score : theirs.scores) {
      const bool here = std::any_of(ours.scores.begin(), ours.scores.end(),
                                    [&](const Score& own) { return own.criterion == score.criterion; });
      if (here) continue;
      ours.scores.push_back(score);
      added = true;
    }
  }
  if (theirs.finished && !ours.finished) {
    ours.finished = true;
    added = true;
  }
  return added;
}

}  // namespace gladi
