// The card above the timeline where the mouse points: the picture there, the time, and what happened.
#pragma once

#include <imgui.h>

#include "ui/screens/review/review_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

// Its lower edge is a little above `tip`. `mark` may be null.
void draw_hover_card(Ui& ui, ImVec2 tip, MediaTime at, const ReviewModel& model, const TimelineMark* mark);

}  // namespace gladi
