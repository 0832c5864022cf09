// Keeps the comments that somebody has begun and not sent while she is away from a take.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ui/app/comment_desk.h"
#include "ui/screens/review/review_model.h"
#include "ui/screens/review/review_view.h"
#include "ui/widgets/sheet.h"

namespace gladi {

// Main thread. Works on the screen's view, model and desk, which must outlive it.
class DraftKeeper {
 public:
  // Has the desk look for what was kept.
  DraftKeeper(std::filesystem::path session_folder, std::string reviewer_id, ReviewView& view,
              const ReviewModel& model, CommentDesk& desk, Toasts& toasts);
  // Whether somebody leaves or the screen is locked: what isn't sent is kept. Waits for the disk, for one
  // small file.
  ~DraftKeeper();
  DraftKeeper(const DraftKeeper&) = delete;
  DraftKeeper& operator=(const DraftKeeper&) = delete;

  // With each news of the desk: what was found goes back into the field, what is sent isn't kept any longer.
  void look_at(const std::vector<KeptDraft>& found);

 private:
  const std::filesystem::path folder_;
  const std::string reviewer_id_;
  ReviewView& view_;
  const ReviewModel& model_;
  CommentDesk& desk_;
  Toasts& toasts_;
  bool kept_ = false;  // beside the reviews
};

}  // namespace gladi
