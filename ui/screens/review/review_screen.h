// Draws the review screen: player, comments, as-run segments, timeline.
#pragma once

#include "ui/screens/review/review_model.h"
#include "ui/screens/review/review_view.h"
#include "ui/widgets/ui.h"

namespace gladi {

std::optional<ReviewIntent> draw_review(Ui& ui, const ReviewModel& model, ReviewView& view);

// Its parts, each in a file of its own.
std::optional<ReviewIntent> draw_transport(Ui& ui, const Box& row, const ReviewModel& model,
                                           ReviewView& view);
float timeline_height(const ReviewView& view);  // below a large picture it is lower
std::optional<ReviewIntent> draw_timeline(Ui& ui, const Box& box, const ReviewModel& model, ReviewView& view);
std::optional<ReviewIntent> draw_comments(Ui& ui, const Box& box, const ReviewModel& model, ReviewView& view);
// The line to write in, with what else a comment may be made of.
std::optional<ReviewIntent> draw_comment_field(Ui& ui, Box row, const ReviewModel& model, ReviewView& view);
// Drawings over the picture: those of the comments on this moment, or the one that is being made.
std::optional<ReviewIntent> draw_drawings(Ui& ui, const Box& picture_box, const ReviewModel& model,
                                          ReviewView& view);
std::optional<ReviewIntent> draw_pen_tools(Ui& ui, Box box, const ReviewModel& model, ReviewView& view);
std::optional<ReviewIntent> draw_voice_sheet(Ui& ui, const ReviewModel& model);
float quick_words_height(const Ui& ui, float width, const ReviewModel& model);
std::optional<ReviewIntent> draw_quick_words(Ui& ui, const Box& box, const ReviewModel& model,
                                             ReviewView& view);
std::optional<ReviewIntent> draw_words_sheet(Ui& ui, const ReviewModel& model, ReviewView& view);
// What was found in sound and picture; each can be confirmed or dismissed.
std::optional<ReviewIntent> draw_findings(Ui& ui, const Box& box, const ReviewModel& model, ReviewView& view);
// The keys that go through the findings and judge them, whatever panel is shown.
std::optional<ReviewIntent> finding_keys(const ReviewModel& model, ReviewView& view);
// Asks before comments that could not be written are left behind.
std::optional<ReviewIntent> ask_before_leaving(Ui& ui, std::optional<ReviewIntent> intent,
                                               const ReviewModel& model, ReviewView& view);
std::optional<ReviewIntent> draw_as_run(Ui& ui, const Box& box, const ReviewModel& model);
// A trainer scores here; a trainee reads what her reviewers found, in words.
std::optional<ReviewIntent> draw_rubric(Ui& ui, const Box& box, const ReviewModel& model, ReviewView& view);
std::optional<ReviewIntent> draw_rubric_sheet(Ui& ui, const ReviewModel& model, ReviewView& view);
std::optional<ReviewIntent> draw_given_scores(Ui& ui, const Box& box, const ReviewModel& model);

}  // namespace gladi
