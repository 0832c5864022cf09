// What one reviewer says about a take: reviews/<reviewer-id>.json, one file per reviewer.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "studio/text/format.h"

namespace gladi {

struct Comment {
  std::string id;  // UUID
  MediaTime at;    // take time
  std::string text;
  WallTime written_at;
};

struct Review {
  static constexpr int kSchemaVersion = 1;
  int schema_version = kSchemaVersion;
  std::string reviewer_id;  // UUID
  std::string reviewer_name;
  std::vector<Comment> comments;  // by time
};

// All reviews of a session; one that can't be read is skipped and told in `problems` (may be null).
std::vector<Review> load_reviews(const std::filesystem::path& session_folder, std::vector<Error>* problems = nullptr);

// Atomic; keeps unknown fields; refuses to overwrite a newer version's or a damaged file.
Status save_review(const std::filesystem::path& session_folder, const Review& review);

// Loads the reviewer's file (or begins one), adds the comment, saves. Empty text is refused.
Result<Comment> add_comment(const std::filesystem::path& session_folder, const std::string& reviewer_id,
                            const std::string& reviewer_name, MediaTime at, const std::string& text);
Status remove_comment(const std::filesystem::path& session_folder, const std::string& reviewer_id,
                      const std::string& comment_id);

}  // namespace gladi
