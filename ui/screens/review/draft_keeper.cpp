#include "ui/screens/review/draft_keeper.h"

#include <utility>

#include "ui/screens/review/comment_draft.h"

namespace gladi {

DraftKeeper::DraftKeeper(std::filesystem::path session_folder, Reviewer reviewer, ReviewView& view,
                         const ReviewModel& model, CommentDesk& desk, UnsavedComments& unsaved,
                         Toasts& toasts)
    : folder_(std::move(session_folder)),
      reviewer_(std::move(reviewer)),
      view_(view),
      model_(model),
      desk_(desk),
      unsaved_(unsaved),
      toasts_(toasts) {
  desk_.look_for_drafts();
  UnsavedComments::Kept kept = unsaved_.take(folder_, reviewer_.id);
  for (const CommentStep& step : kept.steps) desk_.carry_out(step);
  remembered_ = std::move(kept.drafts);
  if (kept.steps.empty()) return;
  toasts_.add(Toasts::Kind::kNews,
              Message(GLADI_TEXT("Your comments that could not be saved before are here again.")));
}

DraftKeeper::~DraftKeeper() {
  std::vector<KeptDraft> drafts = drafts_to_keep(view_);
  // Left before the desk had looked: they are in no field yet.
  drafts.insert(drafts.begin(), remembered_.begin(), remembered_.end());
  const Status kept = keep(drafts);
  UnsavedComments::Kept left;
  left.steps = desk_.settle();
  if (view_.gives_up) left.steps.clear();
  if (!kept) left.drafts = drafts;
  if (!left.empty()) {
    toasts_.add(Toasts::Kind::kProblem,
                Message(GLADI_TEXT("Comments of {0} could not be saved. Gladi remembers them until it is "
                                   "closed: they are here again when {0} opens the recording."),
                        {reviewer_.name}));
    unsaved_.keep(folder_, reviewer_.id, reviewer_.name, std::move(left));
  } else if (!kept) {
    toasts_.add(kept.error());
  } else if (!drafts.empty()) {
    toasts_.add(Toasts::Kind::kNews,
                Message(GLADI_TEXT("The comment that you had begun is kept. It is here again when "
                                   "you open the recording.")));
  }
}

Status DraftKeeper::keep(const std::vector<KeptDraft>& drafts) {
  if (drafts.empty() && !kept_) return {};
  Status kept = keep_drafts(folder_, reviewer_.id, drafts);
  if (kept) kept_ = !drafts.empty();
  return kept;
}

int DraftKeeper::keep_now() {
  const std::vector<KeptDraft> drafts = drafts_to_keep(view_);
  return keep(drafts) ? 0 : static_cast<int>(drafts.size());
}

void DraftKeeper::look_at(const std::vector<KeptDraft>& found) {
  // What could not be kept beside the reviews is newer than what lies there.
  const std::vector<KeptDraft> drafts = remembered_.empty() ? found : std::exchange(remembered_, {});
  if (!drafts.empty()) {
    bring_back(view_, drafts, model_);
    kept_ = true;
    toasts_.add(Toasts::Kind::kNews, Message(GLADI_TEXT("The comment that you had begun is here again.")));
  } else if (kept_ && desk_.unwritten().empty() && drafts_to_keep(view_).empty()) {
    kept_ = false;
    desk_.forget_drafts();
  }
}

}  // namespace gladi
