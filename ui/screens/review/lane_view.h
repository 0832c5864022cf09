// Draws the lanes of what was measured, and says what the mouse points at in them.
#pragma once

#include <optional>

#include "ui/screens/review/measure_model.h"
#include "ui/screens/review/timeline_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

constexpr float kMeasureLane = 13, kMeasureGap = 2;
constexpr float kMeasuresHeight = MeasureModel::kLanes * (kMeasureLane + kMeasureGap);

// All lanes, one under the other, in `area`; their titles go into `gutter` beside it. Costs as much as there
// are bars to be seen, at most one a dp and lane, however long the take is.
void draw_measure_lanes(Ui& ui, const Box& gutter, const Box& area, const MeasureModel& model,
                        const TimelineSpan& span, MeasureView& view);

// What is under (x, y): a finding before what lies under it. Findings of an instant can be met too.
const LanePiece* piece_at(const Box& area, float x, float y, const MeasureModel& model,
                          const TimelineSpan& span);

}  // namespace gladi
