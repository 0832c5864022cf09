// Chapters of a take's files, from what was shown when. For studio's .cpp files only.
#pragma once

#include <vector>

#include "encoder/file/finalise.h"
#include "studio/session/session.h"
#include "studio/session/take_event.h"

namespace gladi {

// One chapter for each stretch in which a segment ran, titled in Indonesian; times are those of the part's
// file, which lies at part_start on the take's timeline and lasts part_duration.
std::vector<Chapter> chapters_of(const Session& session, const std::vector<TakeEvent>& events,
                                 MediaTime part_start, MediaTime part_duration);

}  // namespace gladi
