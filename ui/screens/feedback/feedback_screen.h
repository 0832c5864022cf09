// Draws the feedback screen: first the question how it went, then what went well and the one thing to try.
#pragma once

#include "ui/screens/feedback/feedback_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

std::optional<FeedbackIntent> draw_feedback(Ui& ui, const FeedbackModel& model, FeedbackView& view);

// Its parts, each in a file of its own.
std::optional<FeedbackIntent> draw_self_rating(Ui& ui, const Box& box, const FeedbackModel& model,
                                               FeedbackView& view);
std::optional<FeedbackIntent> draw_take_times(Ui& ui, const Box& box, const FeedbackModel& model);

// The face of a level, as an icon, and its word.
struct FeelingLook {
  const char* icon;
  const char* word;  // English id
};
FeelingLook look_of_level(int level);

}  // namespace gladi
