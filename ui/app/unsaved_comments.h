// Comments that could not be written when whoever made them was taken away from the take, by the lock of the
// trainer mode for example: kept while the program runs, for her alone.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "studio/review/kept_draft.h"
#include "ui/app/comment_desk.h"

namespace gladi {

// Main thread. In memory: the disk is what fails, and another one would keep them where nobody who withdraws
// looks for them.
class UnsavedComments {
 public:
  struct Kept {
    std::vector<CommentStep> steps;  // `after` is always there
    std::vector<KeptDraft> drafts;   // begun, not sent
    bool empty() const { return steps.empty() && drafts.empty(); }
    size_t size() const { return steps.size() + drafts.size(); }
  };

  // In place of what was kept of her on this take; nothing: none stays.
  void keep(const std::filesystem::path& session_folder, const std::string& reviewer_id,
            const std::string& reviewer_name, Kept kept);
  // No longer kept here afterwards.
  Kept take(const std::filesystem::path& session_folder, const std::string& reviewer_id);
  // Whose they are, with how many: "Bu Sri (2), Siti (1)". Empty: nobody's.
  std::string owners() const;

 private:
  struct OfReviewer {
    std::string name;
    Kept kept;
  };
  std::map<std::pair<std::filesystem::path, std::string>, OfReviewer> kept_;  // by take and reviewer's id
};

}  // namespace gladi
