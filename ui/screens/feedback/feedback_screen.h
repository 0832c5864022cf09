// Draws the feedback screen: first the question how it went, then what went well and the one thing to try.
#pragma once

#include "ui/screens/feedback/feedback_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

std::optional<FeedbackIntent> draw_feedback(Ui& ui, const FeedbackModel& model, FeedbackView& view);

// Its parts, each in a file of its own.
std::optional<FeedbackIntent> draw_self_rating(Ui& ui, const Box& box, const FeedbackModel& model,
                                               FeedbackView& view);
// While model.listening: how far that is.
std::string listening_in_words(const Ui& ui, const FeedbackModel& model);
// Her voice through the take, in a box of this height; with little `room` its plot is lower.
float voice_panel_height(const FeedbackModel& model, float room);
std::optional<FeedbackIntent> draw_voice_panel(Ui& ui, Box box, const FeedbackModel& model);
std::optional<FeedbackIntent> draw_take_times(Ui& ui, const Box& box, const FeedbackModel& model);

// The face of a level, as an icon, and its word.
struct FeelingLook {
  const char* icon;
  const char* word;  // English id
};
FeelingLook look_of_level(int level);

}  // namespace gladi
