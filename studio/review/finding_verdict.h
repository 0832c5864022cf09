// What people say of findings: right, or not so. Kept in each reviewer's own file (docs/session-folder.md).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "studio/review/finding.h"
#include "studio/text/format.h"

namespace gladi {

struct Review;

enum class ReviewVerdict {
  kOpen,  // nothing is said; written down where it was said and taken back
  kConfirmed,
  kDismissed
};

struct FindingVerdict {
  std::string kind;  // as name_of(); kinds of newer versions are kept
  MediaTime at;      // where the finding begins
  ReviewVerdict verdict = ReviewVerdict::kOpen;
  std::optional<WallTime> said_at = {};  // null in files of older versions

  // Newer analysers find the same thing a little earlier or later.
  static constexpr MediaTime kSame = MediaTime::from_ms(250);
  // Dead air and a long pause are one thing: which it is may change when the pictures are looked at later.
  bool is_of(const TakeFinding& finding) const;
  bool is_of_same(const FindingVerdict& other) const;
  // Whether they say the same; when it was said is no part of it.
  friend bool operator==(const FindingVerdict& a, const FindingVerdict& b) {
    return a.kind == b.kind && a.at == b.at && a.verdict == b.verdict;
  }
};

ReviewVerdict verdict_on(const TakeFinding& finding, const std::vector<FindingVerdict>& verdicts);
// Takes the place of what was said of it before.
void set_verdict(std::vector<FindingVerdict>& verdicts, const TakeFinding& finding, ReviewVerdict verdict);

// Whether it is told no more: who looks has dismissed it, or another whose review she may see has and she
// hasn't confirmed it. `reviews`: only those that `viewer_id` may see.
bool is_dismissed(const TakeFinding& finding, const std::vector<Review>& reviews,
                  const std::string& viewer_id);
// The findings that are still told.
std::vector<TakeFinding> without_dismissed(const std::vector<TakeFinding>& findings,
                                           const std::vector<Review>& reviews, const std::string& viewer_id);
// The others.
std::vector<TakeFinding> dismissed_among(const std::vector<TakeFinding>& findings,
                                         const std::vector<Review>& reviews, const std::string& viewer_id);

}  // namespace gladi
