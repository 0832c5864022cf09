// Comments that a reviewer has begun and not sent: kept beside the reviews while she is away from the take.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "studio/review/comment.h"

namespace gladi {

struct KeptDraft {
  Comment comment;
  std::string of;  // the comment that it changes; empty: a new one
  friend bool operator==(const KeptDraft&, const KeptDraft&) = default;
};

// In place of what was kept before; none: nothing stays. Waits for the disk.
Status keep_drafts(const std::filesystem::path& session_folder, const std::string& reviewer_id,
                   const std::vector<KeptDraft>& drafts);
// None where the file is missing or makes no sense.
std::vector<KeptDraft> kept_drafts(const std::filesystem::path& session_folder,
                                   const std::string& reviewer_id);

}  // namespace gladi
