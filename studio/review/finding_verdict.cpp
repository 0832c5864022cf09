#include "studio/review/finding_verdict.h"

#include <algorithm>
#include <iterator>

#include "studio/review/review.h"

namespace gladi {

namespace {

bool is_pause(const std::string& kind) {
  return kind == name_of(FindingKind::kDeadAir) || kind == name_of(FindingKind::kLongPause);
}

}  // namespace

bool FindingVerdict::is_of(const TakeFinding& finding) const {
  const std::string other = name_of(finding.kind);
  return (kind == other || (is_pause(kind) && is_pause(other))) && abs(at - finding.at.from) <= kSame;
}

bool FindingVerdict::is_of_same(const FindingVerdict& other) const {
  return kind == other.kind && abs(at - other.at) <= kSame;
}

ReviewVerdict verdict_on(const TakeFinding& finding, const std::vector<FindingVerdict>& verdicts) {
  const FindingVerdict* nearest = nullptr;
  for (const FindingVerdict& verdict : verdicts) {
    if (!verdict.is_of(finding)) continue;
    if (nearest == nullptr || abs(verdict.at - finding.at.from) < abs(nearest->at - finding.at.from))
      nearest = &verdict;
  }
  return nearest == nullptr ? ReviewVerdict::kOpen : nearest->verdict;
}

void set_verdict(std::vector<FindingVerdict>& verdicts, const TakeFinding& finding, ReviewVerdict verdict) {
  const auto removed =
      std::erase_if(verdicts, [&](const FindingVerdict& before) { return before.is_of(finding); });
  if (removed == 0 && verdict == ReviewVerdict::kOpen) return;
  verdicts.push_back({name_of(finding.kind), finding.at.from, verdict});
  std::stable_sort(verdicts.begin(), verdicts.end(),
                   [](const FindingVerdict& a, const FindingVerdict& b) { return a.at < b.at; });
}

bool is_dismissed(const TakeFinding& finding, const std::vector<Review>& reviews,
                  const std::string& viewer_id) {
  bool by_another = false;
  for (const Review& review : reviews) {
    const ReviewVerdict verdict = verdict_on(finding, review.findings);
    if (review.reviewer_id == viewer_id && verdict != ReviewVerdict::kOpen)
      return verdict == ReviewVerdict::kDismissed;
    by_another = by_another || verdict == ReviewVerdict::kDismissed;
  }
  return by_another;
}

std::vector<TakeFinding> without_dismissed(const std::vector<TakeFinding>& findings,
                                           const std::vector<Review>& reviews, const std::string& viewer_id) {
  std::vector<TakeFinding> told;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(told),
               [&](const TakeFinding& finding) { return !is_dismissed(finding, reviews, viewer_id); });
  return told;
}

std::vector<TakeFinding> dismissed_among(const std::vector<TakeFinding>& findings,
                                         const std::vector<Review>& reviews, const std::string& viewer_id) {
  std::vector<TakeFinding> dismissed;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(dismissed),
               [&](const TakeFinding& finding) { return is_dismissed(finding, reviews, viewer_id); });
  return dismissed;
}

}  // namespace gladi
