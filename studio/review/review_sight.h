// Which reviews of a take somebody sees who looks at it, and which wait until she has judged it herself
// (adr/0026). The one place for screens, reports and numbers.
#pragma once

#include <string>
#include <vector>

#include "studio/review/review.h"

namespace gladi {

class ReviewSight {
 public:
  // The person whose take it is. `rated`: she has said how it went, or has skipped that.
  static ReviewSight of_herself(const std::string& person_id, bool rated);
  // `handed_in`: her own review of this take, whose id is `session_id`.
  static ReviewSight of_trainer(const std::string& trainer_id, const std::string& session_id, bool handed_in);

  bool is_own(const Review& review) const { return review.reviewer_id == viewer_id_; }
  // May be seen, now or later: her own, and what others have handed in.
  bool may_see(const Review& review) const { return gladi::may_see(review, viewer_id_); }
  // … but not yet: who judges isn't led by what others said.
  bool waits(const std::string& reviewer_id) const;
  bool sees(const Review& review) const { return may_see(review) && !waits(review.reviewer_id); }

 private:
  ReviewSight(std::string viewer_id, std::string never_waits, bool has_judged);

  std::string viewer_id_;
  std::string never_waits_;  // the reviewer's id under which those are kept who only watched; empty: none
  bool has_judged_;
};

bool has_handed_in(const std::string& reviewer_id, const std::vector<Review>& reviews);

// Whether it tells anything: neither begun without a word nor handed in so.
bool says_something(const Review& review);

}  // namespace gladi
