#include "ui/screens/review/draft_keeper.h"

#include <utility>

#include "ui/screens/review/comment_draft.h"

namespace gladi {

DraftKeeper::DraftKeeper(std::filesystem::path session_folder, std::string reviewer_id, ReviewView& view,
                         const ReviewModel& model, CommentDesk& desk, Toasts& toasts)
    : folder_(std::move(session_folder)),
      reviewer_id_(std::move(reviewer_id)),
      view_(view),
      model_(model),
      desk_(desk),
      toasts_(toasts) {
  desk_.look_for_drafts();
}

DraftKeeper::~DraftKeeper() {
  const std::vector<KeptDraft> drafts = drafts_to_keep(view_);
  if (drafts.empty() && !kept_) return;
  if (auto kept = keep_drafts(folder_, reviewer_id_, drafts); !kept) {
    toasts_.add(kept.error());
    return;
  }
  if (drafts.empty()) return;
  toasts_.add(Toasts::Kind::kNews,
              Message(GLADI_TEXT("The comment that you had begun is kept. It is here again when "
                                 "you open the recording.")));
}

void DraftKeeper::look_at(const std::vector<KeptDraft>& found) {
  if (!found.empty()) {
    bring_back(view_, found, model_);
    kept_ = true;
    toasts_.add(Toasts::Kind::kNews, Message(GLADI_TEXT("The comment that you had begun is here again.")));
  } else if (kept_ && desk_.unwritten().empty() && drafts_to_keep(view_).empty()) {
    kept_ = false;
    desk_.forget_drafts();
  }
}

}  // namespace gladi
