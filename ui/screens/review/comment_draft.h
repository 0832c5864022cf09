// What the parts of the review screen do to the comment that is being written.
#pragma once

#include <vector>

#include "studio/review/kept_draft.h"
#include "ui/screens/review/review_model.h"
#include "ui/screens/review/review_view.h"

namespace gladi {

// The picture must not run away from what is being written about: pauses it. The draft's moment is that of
// the first letter or line, or of its first line where there are words already.
std::optional<ReviewIntent> begin_draft(const ReviewModel& model, ReviewView& view);
std::optional<ReviewIntent> begin_stroke(const ReviewModel& model, ReviewView& view);
// Another picture than the draft's is shown: what was drawn doesn't belong on it.
bool is_away(const ReviewModel& model, const CommentDraft& draft);
// The field takes the comment's words, the pen its drawing; the picture goes to its moment.
std::optional<ReviewIntent> begin_edit(const ReviewModel& model, ReviewView& view,
                                       const ReviewComment& comment);
// Sends it, as a new comment or in the old one's place.
bool may_send(const ReviewModel& model, const ReviewView& view);
std::optional<ReviewIntent> send_draft(const ReviewModel& model, ReviewView& view);
// Gives it up; the one that was interrupted comes back.
void drop_draft(ReviewView& view);
// What was given up last, again, unless something else is being written.
bool may_take_back(const ReviewView& view);
void take_back(ReviewView& view);

// What would be lost by leaving, as it is kept; and back into the field, the last one first.
std::vector<KeptDraft> drafts_to_keep(const ReviewView& view);
void bring_back(ReviewView& view, const std::vector<KeptDraft>& drafts, const ReviewModel& model);

// The comment that is meant by keys: the nearest one within some seconds, of one's own if `own`. Null: none.
const ReviewComment* comment_here(const ReviewModel& model, bool own);

}  // namespace gladi
