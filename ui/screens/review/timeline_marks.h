// The journal's chat and orders as marks on the timeline.
#pragma once

#include <vector>

#include "studio/session/session.h"
#include "studio/session/take_event.h"
#include "ui/screens/review/timeline_model.h"
#include "ui/text/translator.h"

namespace gladi {

// By time. Each line of the chat says what became of it.
std::vector<TimelineMark> talk_marks(const Session& session, const std::vector<TakeEvent>& events,
                                     const Translator& translator);

}  // namespace gladi
