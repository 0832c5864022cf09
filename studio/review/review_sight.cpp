#include "studio/review/review_sight.h"

#include <algorithm>
#include <utility>

namespace gladi {

ReviewSight::ReviewSight(std::string viewer_id, std::string never_waits, bool has_judged)
    : viewer_id_(std::move(viewer_id)), never_waits_(std::move(never_waits)), has_judged_(has_judged) {}

ReviewSight ReviewSight::of_herself(const std::string& person_id, bool rated) {
  return {person_id, "", rated};
}

ReviewSight ReviewSight::of_trainer(const std::string& trainer_id, const std::string& session_id,
                                    bool handed_in) {
  // No rubric and no name: what was said by a key while the take ran leads no trainer.
  return {trainer_id, session_id, handed_in};
}

bool ReviewSight::waits(const std::string& reviewer_id) const {
  return !has_judged_ && reviewer_id != viewer_id_ && (never_waits_.empty() || reviewer_id != never_waits_);
}

bool has_handed_in(const std::string& reviewer_id, const std::vector<Review>& reviews) {
  return std::any_of(reviews.begin(), reviews.end(), [&](const Review& review) {
    return review.reviewer_id == reviewer_id && review.finished;
  });
}

bool says_something(const Review& review) {
  return !review.comments.empty() || !review.scores.empty();
}

}  // namespace gladi
