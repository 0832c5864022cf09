// What one reviewer says about a take: reviews/<reviewer-id>.json, one file per reviewer.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "studio/review/comment.h"
#include "studio/review/finding_verdict.h"
#include "studio/text/language.h"

namespace gladi {

// What a reviewer gave one criterion of the rubric. The words are kept as they were: rubrics change, and the
// computer that shows the review may not have this one.
struct Score {
  std::string criterion;  // its id in the rubric
  LocalText name;
  int level = 1;  // 1 is the weakest
  int levels = 5;
  LocalText words;              // what the level means
  std::optional<MediaTime> at;  // the moment it is based on
  friend bool operator==(const Score&, const Score&) = default;
};

struct Review {
  static constexpr int kSchemaVersion = 1;
  int schema_version = kSchemaVersion;
  std::string reviewer_id;  // UUID
  std::string reviewer_name;
  std::vector<Comment> comments;         // by time
  std::vector<RemovedComment> removed;   // comments that were deleted
  std::vector<FindingVerdict> findings;  // by time; what she says of them
  std::string rubric;                    // the id of the one that `scores` are of; empty without scores
  std::vector<Score> scores;             // each criterion once
  bool finished = false;  // the reviewer has said so; until then the trainee sees nothing of it
  // When rubric, scores or `finished` were changed last; null: never, or by an older version.
  std::optional<WallTime> assessed_at;
};

// What others wrote is seen once they have finished; one's own always.
inline bool may_see(const Review& review, const std::string& viewer_id) {
  return review.reviewer_id == viewer_id || review.finished;
}

// All reviews of a session; one that can't be read is skipped and told in `problems` (may be null).
std::vector<Review> load_reviews(const std::filesystem::path& session_folder,
                                 std::vector<Error>* problems = nullptr);

// Atomic; keeps unknown fields; refuses to overwrite a newer version's or a damaged file. Whoever has read
// the file before holds the ReviewLock from then on.
Status save_review(const std::filesystem::path& session_folder, const Review& review);

// Loads the reviewer's file (or begins one), lets `change` work on it, notes when what it has changed was
// changed (review_stamps.h), saves. Nothing is written when `change` gives an error. Waits while somebody
// else changes reviews of this take (ReviewLock); any thread.
Result<Review> change_review(const std::filesystem::path& session_folder, const std::string& reviewer_id,
                             const std::string& reviewer_name, const std::function<Status(Review&)>& change);

// Scores of another rubric than `rubric_id` go: they would be added up with criteria that don't belong to
// them.
void set_score(Review& review, const std::string& rubric_id, Score score);
bool clear_score(Review& review, const std::string& criterion);  // false: there was none

// A comment with an id and a time of its own, not saved yet.
Comment new_comment(MediaTime at, const std::string& text);
// Loads the reviewer's file (or begins one), adds the comment, saves. Empty text is refused.
Result<Comment> add_comment(const std::filesystem::path& session_folder, const std::string& reviewer_id,
                            const std::string& reviewer_name, MediaTime at, const std::string& text);
// Takes the place of the comment with the same id, is a new one, or comes back after it was removed. Without
// any text only where a drawing or a voice says it.
Status put_comment(const std::filesystem::path& session_folder, const std::string& reviewer_id,
                   const Comment& comment, const std::string& reviewer_name = {});
Status remove_comment(const std::filesystem::path& session_folder, const std::string& reviewer_id,
                      const std::string& comment_id);

}  // namespace gladi
