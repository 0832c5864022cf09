// Keeps the comments that somebody has begun and not sent, and those that could not be written, while she is
// away from a take.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ui/app/comment_desk.h"
#include "ui/app/unsaved_comments.h"
#include "ui/screens/review/review_model.h"
#include "ui/screens/review/review_view.h"
#include "ui/widgets/sheet.h"

namespace gladi {

// Main thread. Works on the screen's view, model and desk, which must outlive it.
class DraftKeeper {
 public:
  struct Reviewer {
    std::string id;
    std::string name;
  };
  // Has the desk look for what was kept, and write what could not be written when she was here before.
  DraftKeeper(std::filesystem::path session_folder, Reviewer reviewer, ReviewView& view,
              const ReviewModel& model, CommentDesk& desk, UnsavedComments& unsaved, Toasts& toasts);
  // Whether somebody leaves or the screen is locked: what isn't sent is kept beside the reviews; what can't
  // be written, unless she has given it up, in memory. Waits for the disk, for small files.
  ~DraftKeeper();
  DraftKeeper(const DraftKeeper&) = delete;
  DraftKeeper& operator=(const DraftKeeper&) = delete;

  // Keeps what isn't sent, from now on. How much of it could not be kept. Waits for the disk.
  int keep_now();
  // With each news of the desk: what was found goes back into the field, what is sent isn't kept any longer.
  void look_at(const std::vector<KeptDraft>& found);

 private:
  Status keep(const std::vector<KeptDraft>& drafts);

  const std::filesystem::path folder_;
  const Reviewer reviewer_;
  ReviewView& view_;
  const ReviewModel& model_;
  CommentDesk& desk_;
  UnsavedComments& unsaved_;
  Toasts& toasts_;
  std::vector<KeptDraft> remembered_;  // the disk doesn't have them; until they are back in the field
  bool kept_ = false;                  // beside the reviews
};

}  // namespace gladi
