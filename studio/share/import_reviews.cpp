#include "studio/share/import_reviews.h"

#include <algorithm>

#include "encoder/base/platform.h"
#include "studio/review/review.h"
#include "studio/review/review_lock.h"
#include "studio/share/review_merge.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

Status add_review(const fs::path& from, const fs::path& to, const Review& theirs, ImportReport& report) {
  const fs::path name = fs::path("reviews") / (theirs.reviewer_id + ".json");
  if (auto made = platform::create_private_folder(to / "reviews"); !made) return made;
  auto text = platform::read_file(from / name);
  if (!text) return fail(std::move(text));
  if (auto written = platform::write_file_atomically(to / name, *text); !written) return written;
  ++report.reviews_added;
  if (theirs.finished) report.comments_added += static_cast<int>(theirs.comments.size());
  return {};
}

// Nothing is told of what a reviewer hasn't handed in: who takes the file in may be the one it is about.
void count(const Review& merged, const ReviewChanges& changes, ImportReport& report) {
  ++report.reviews_merged;
  if (changes.assessed) ++report.reviews_assessed;
  if (!merged.finished) return;
  report.comments_added += changes.comments_added;
  report.comments_changed += changes.comments_changed;
  report.comments_removed += changes.comments_removed;
}

Status merge_review_file(const Review& ours, const Review& theirs, const fs::path& to, ImportReport& report) {
  Review merged = ours;
  const ReviewChanges changes = merge_review(merged, theirs);
  if (!changes.any()) return {};
  if (ours.schema_version > Review::kSchemaVersion) {
    ++report.reviews_left;
    return {};
  }
  if (auto saved = save_review(to, merged); !saved) return saved;
  count(merged, changes, report);
  return {};
}

// Voice notes that comments here mention and that aren't here yet.
Status merge_voices(const fs::path& from, const fs::path& to) {
  for (const Review& review : load_reviews(to)) {
    for (const Comment& comment : review.comments) {
      if (!comment.voice) continue;
      const fs::path source = from / "reviews" / comment.voice->file;
      const fs::path target = to / "reviews" / comment.voice->file;
      std::error_code error;
      if (fs::exists(target, error) || !fs::is_regular_file(source, error)) continue;
      if (auto moved = platform::rename_durably(source, target); !moved) return moved;
    }
  }
  return {};
}

}  // namespace

Status merge_reviews(const fs::path& from, const fs::path& to, ImportReport& report) {
  // Whoever comments on that take meanwhile waits: else one of both would be lost.
  const auto lock = ReviewLock::take(to);
  if (!lock) return tl::unexpected(lock.error());
  const std::vector<Review> here = load_reviews(to);
  for (const Review& theirs : load_reviews(from)) {
    const auto ours = std::find_if(here.begin(), here.end(), [&](const Review& review) {
      return review.reviewer_id == theirs.reviewer_id;
    });
    std::error_code error;
    Status merged;
    if (ours != here.end()) {
      merged = merge_review_file(*ours, theirs, to, report);
    } else if (!fs::exists(to / "reviews" / (theirs.reviewer_id + ".json"), error)) {
      merged = add_review(from, to, theirs, report);
    } else {
      ++report.reviews_left;  // damaged: somebody has to look
    }
    if (!merged) return merged;
  }
  return merge_voices(from, to);
}

}  // namespace gladi
