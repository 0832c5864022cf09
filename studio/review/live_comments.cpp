#include "studio/review/live_comments.h"

#include <algorithm>
#include <map>

#include "studio/text/uuid.h"

namespace gladi {
namespace {

// What one reviewer said during the take.
struct Said {
  std::string name;
  std::vector<Comment> comments;
};

bool knows(const Review& review, const std::string& comment_id) {
  const auto is_it = [&](const Comment& comment) { return comment.id == comment_id; };
  return std::any_of(review.comments.begin(), review.comments.end(), is_it) ||
         std::any_of(review.removed.begin(), review.removed.end(),
                     [&](const RemovedComment& gone) { return gone.id == comment_id; });
}

}  // namespace

Status file_live_comments(const std::filesystem::path& session_folder, const std::string& session_id,
                          const std::vector<TakeEvent>& events) {
  std::map<std::string, Said> by_reviewer;
  for (const TakeEvent& event : events) {
    const auto* live = std::get_if<LiveComment>(&event.what);
    if (live == nullptr || live->text.empty() || !is_uuid(live->comment_id) || !is_uuid(live->reviewer_id))
      continue;
    Said& said = by_reviewer[live->reviewer_id];
    said.name = live->reviewer_name;
    Comment comment = new_comment(event.at, live->text);
    comment.id = live->comment_id;
    said.comments.push_back(std::move(comment));
  }
  if (by_reviewer.empty()) return {};
  for (const Review& review : load_reviews(session_folder)) {
    const auto said = by_reviewer.find(review.reviewer_id);
    if (said == by_reviewer.end()) continue;
    std::erase_if(said->second.comments, [&](const Comment& comment) { return knows(review, comment.id); });
  }
  Status all;
  for (const auto& written : by_reviewer) {
    const std::string& reviewer_id = written.first;
    const auto& said = written.second;
    if (said.comments.empty()) continue;
    auto changed = change_review(session_folder, reviewer_id, said.name, [&](Review& review) -> Status {
      review.comments.insert(review.comments.end(), said.comments.begin(), said.comments.end());
      review.finished = review.finished || reviewer_id == session_id;
      return {};
    });
    if (!changed && all) all = fail(std::move(changed));
  }
  return all;
}

}  // namespace gladi
