// The journal's chat, orders and gaps as the timeline shows them.
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

// The journal's gaps that somebody could notice, by time.
std::vector<MissingStretch> missing_stretches(const std::vector<TakeEvent>& events,
                                              const Translator& translator);

}  // namespace gladi
