#include "ui/app/unsaved_comments.h"

namespace gladi {

void UnsavedComments::keep(const std::filesystem::path& session_folder, const std::string& reviewer_id,
                           const std::string& reviewer_name, Kept kept) {
  if (kept.empty()) {
    kept_.erase({session_folder, reviewer_id});
  } else {
    kept_[{session_folder, reviewer_id}] = {reviewer_name, std::move(kept)};
  }
}

UnsavedComments::Kept UnsavedComments::take(const std::filesystem::path& session_folder,
                                            const std::string& reviewer_id) {
  auto found = kept_.extract({session_folder, reviewer_id});
  return found ? std::move(found.mapped().kept) : Kept{};
}

std::string UnsavedComments::owners() const {
  // One person may have some on several takes.
  std::map<std::string, std::pair<std::string, size_t>> by_reviewer;
  for (const auto& [where, of] : kept_) {
    auto& [name, count] = by_reviewer[where.second];
    name = of.name;
    count += of.kept.size();
  }
  std::string told;
  for (const auto& [id, owner] : by_reviewer)
    told += (told.empty() ? "" : ", ") + owner.first + " (" + std::to_string(owner.second) + ")";
  return told;
}

}  // namespace gladi
