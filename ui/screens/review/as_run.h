// What the journal tells of a take, in the words of the review.
#pragma once

#include <vector>

#include "studio/session/session.h"
#include "studio/session/take_event.h"
#include "ui/screens/review/review_model.h"
#include "ui/text/translator.h"

namespace gladi {

// The stretches of the rundown as they ran, each with the key points that were ticked off and the cues that
// were shown in it, by time. A tick that was taken back again isn't there.
std::vector<ReviewSegment> as_run(const Session& session, const std::vector<TakeEvent>& events,
                                  MediaTime take_duration, const Translator& translator);

}  // namespace gladi
