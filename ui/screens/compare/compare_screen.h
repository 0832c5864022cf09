// Draws two takes side by side: pictures, what is different, and the two timelines.
#pragma once

#include "ui/screens/compare/compare_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

std::optional<CompareIntent> draw_compare(Ui& ui, const CompareModel& model, CompareView& view);

// Its parts, each in a file of its own.
std::optional<CompareIntent> draw_compare_transport(Ui& ui, Box row, const CompareModel& model);
// A lane a take, one under the other: a press goes there; by hand a lane is dragged along the other one.
std::optional<CompareIntent> draw_compare_lanes(Ui& ui, Box box, const CompareModel& model,
                                                CompareView& view);
float compare_lanes_height();
std::optional<CompareIntent> draw_differences(Ui& ui, const Box& box, const CompareModel& model);

}  // namespace gladi
