// The lanes of the timeline: what lies in them, one under the other. Each takes its place and draws what the
// span shows.
#pragma once

#include <optional>
#include <vector>

#include "ui/screens/review/review_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

// Marks that stand in the lower lane: markers, key points, cues and comments, by time.
std::vector<TimelineMark> notes_of(const ReviewModel& model);

// The segments as run; a press goes to where one began.
std::optional<ReviewIntent> draw_segment_lane(Ui& ui, const Box& lane, const ReviewModel& model,
                                              const TimelineSpan& span);
// The waveform, on it where it was quiet and what is played again and again.
void draw_sound_lane(Ui& ui, const Box& lane, const ReviewModel& model, const TimelineView& view);
void draw_mark_lane(Ui& ui, const Box& lane, const std::vector<TimelineMark>& marks,
                    const TimelineSpan& span);

// The mark nearest to x, where one is near enough to be meant; null else.
const TimelineMark* mark_at(const Box& lane, float x, const std::vector<TimelineMark>& marks,
                            const TimelineSpan& span);

}  // namespace gladi
