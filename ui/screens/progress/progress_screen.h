// Draws the progress of one person: small pictures, a point a take.
#pragma once

#include "ui/screens/progress/progress_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

std::optional<ProgressIntent> draw_progress(Ui& ui, const ProgressModel& model);

}  // namespace gladi
