// Draws the review screen: player, comments, as-run segments, timeline.
#pragma once

#include "ui/screens/review/review_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

std::optional<ReviewIntent> draw_review(Ui& ui, const ReviewModel& model, ReviewView& view);

// Its parts, each in a file of its own.
std::optional<ReviewIntent> draw_transport(Ui& ui, const Box& row, const ReviewModel& model,
                                           ReviewView& view);
float timeline_height(bool large);  // below a large picture it is lower
std::optional<ReviewIntent> draw_timeline(Ui& ui, const Box& box, const ReviewModel& model, ReviewView& view);
std::optional<ReviewIntent> draw_comments(Ui& ui, const Box& box, const ReviewModel& model, ReviewView& view);
std::optional<ReviewIntent> draw_as_run(Ui& ui, const Box& box, const ReviewModel& model);
// A trainer scores here; a trainee reads what her reviewers found, in words.
std::optional<ReviewIntent> draw_rubric(Ui& ui, const Box& box, const ReviewModel& model, ReviewView& view);
std::optional<ReviewIntent> draw_rubric_sheet(Ui& ui, const ReviewModel& model, ReviewView& view);
std::optional<ReviewIntent> draw_given_scores(Ui& ui, const Box& box, const ReviewModel& model);

}  // namespace gladi
