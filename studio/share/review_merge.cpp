#include "studio/share/review_merge.h"

#include <algorithm>

#include "studio/review/find_by_id.h"

namespace gladi {
namespace {

void merge_removed(Review& ours, const RemovedComment& theirs, ReviewChanges& changes) {
  const auto known = find_by_id(ours.removed, theirs.id);
  if (known != ours.removed.end()) {
    if (theirs.at <= known->at) return;  // no time comes before every time
    known->at = theirs.at;
    changes.noted = true;
    return;
  }
  const auto here = find_by_id(ours.comments, theirs.id);
  if (here != ours.comments.end()) {
    if (!theirs.outlasts(*here)) return;
    ours.comments.erase(here);
    ++changes.comments_removed;
  }
  ours.removed.push_back(theirs);  // also of one that never was here: an older copy of it may still come
  changes.noted = true;
}

void merge_comment(Review& ours, const Comment& theirs, ReviewChanges& changes) {
  const auto here = find_by_id(ours.comments, theirs.id);
  if (here != ours.comments.end()) {
    if (theirs.last_changed() <= here->last_changed()) return;
    if (!(*here == theirs)) ++changes.comments_changed;
    *here = theirs;  // also its time alone: it was changed there and changed back
    changes.noted = true;
    return;
  }
  const auto gone = find_by_id(ours.removed, theirs.id);
  if (gone != ours.removed.end()) {
    if (gone->outlasts(theirs)) return;
    ours.removed.erase(gone);
  }
  ours.comments.push_back(theirs);
  ++changes.comments_added;
}

void merge_verdict(Review& ours, const FindingVerdict& theirs, ReviewChanges& changes) {
  const auto same = [&](const FindingVerdict& own) { return own.is_of_same(theirs); };
  const auto here = std::find_if(ours.findings.begin(), ours.findings.end(), same);
  if (here != ours.findings.end()) {
    if (theirs.said_at <= here->said_at) return;
    std::erase_if(ours.findings, same);
  }
  const auto place = std::find_if(ours.findings.begin(), ours.findings.end(),
                                  [&](const FindingVerdict& own) { return own.at > theirs.at; });
  ours.findings.insert(place, theirs);
  changes.noted = true;
}

bool says_more(const Review& theirs, const Review& ours) {
  if (theirs.finished != ours.finished) return theirs.finished;
  return ours.rubric.empty() && ours.scores.empty() && (!theirs.rubric.empty() || !theirs.scores.empty());
}

void merge_assessment(Review& ours, const Review& theirs, ReviewChanges& changes) {
  const bool newer = theirs.assessed_at > ours.assessed_at;
  const bool untimed = !theirs.assessed_at && !ours.assessed_at;
  if (!newer && !(untimed && says_more(theirs, ours))) return;
  changes.assessed =
      ours.rubric != theirs.rubric || ours.scores != theirs.scores || ours.finished != theirs.finished;
  changes.noted = true;
  ours.rubric = theirs.rubric;
  ours.scores = theirs.scores;
  ours.finished = theirs.finished;
  ours.assessed_at = theirs.assessed_at;
}

}  // namespace

ReviewChanges merge_review(Review& ours, const Review& theirs) {
  ReviewChanges changes;
  for (const RemovedComment& gone : theirs.removed) merge_removed(ours, gone, changes);
  for (const Comment& comment : theirs.comments) merge_comment(ours, comment, changes);
  for (const FindingVerdict& said : theirs.findings) merge_verdict(ours, said, changes);
  merge_assessment(ours, theirs, changes);
  return changes;
}

}  // namespace gladi
