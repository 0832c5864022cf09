#include "studio/review/review_stamps.h"

#include <algorithm>

#include "studio/review/find_by_id.h"

namespace gladi {
namespace {

constexpr std::chrono::milliseconds kStep{1};  // files keep no more

WallTime later_than(WallTime before, WallTime now) {
  return std::max(now, before + kStep);
}

void stamp_comment(const Review& before, Comment& comment, WallTime now) {
  const auto was = find_by_id(before.comments, comment.id);
  if (was != before.comments.end()) {
    comment.changed_at =
        *was == comment ? was->changed_at : std::optional(later_than(was->last_changed(), now));
    return;
  }
  const auto gone = find_by_id(before.removed, comment.id);
  if (gone == before.removed.end()) return;  // new: it has the time at which it was written
  comment.changed_at = later_than(std::max(gone->at.value_or(WallTime{}), comment.last_changed()), now);
}

void stamp_removed(const Review& before, RemovedComment& gone, WallTime now) {
  const auto was = find_by_id(before.comments, gone.id);
  if (was != before.comments.end()) gone.at = later_than(was->last_changed(), now);
}

void stamp_verdict(const Review& before, FindingVerdict& verdict, WallTime now) {
  WallTime last{};
  for (const FindingVerdict& was : before.findings) {
    if (was == verdict) {
      verdict.said_at = was.said_at;
      return;
    }
    if (was.is_of_same(verdict)) last = std::max(last, was.said_at.value_or(WallTime{}));
  }
  verdict.said_at = later_than(last, now);
}

}  // namespace

void stamp_changes(const Review& before, Review& after, WallTime now) {
  now = std::chrono::floor<std::chrono::milliseconds>(now);
  for (Comment& comment : after.comments) stamp_comment(before, comment, now);
  for (RemovedComment& gone : after.removed) stamp_removed(before, gone, now);
  for (FindingVerdict& verdict : after.findings) stamp_verdict(before, verdict, now);
  const bool assessed =
      before.rubric != after.rubric || before.scores != after.scores || before.finished != after.finished;
  after.assessed_at =
      assessed ? std::optional(later_than(before.assessed_at.value_or(WallTime{}), now)) : before.assessed_at;
}

}  // namespace gladi
