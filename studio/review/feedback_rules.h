// The rules of the feedback, by what they look at. Each gives an Insight where it holds; which one wins is
// said by the order in feedback.cpp. Thresholds and reasons: docs/coaching.md.
#pragma once

#include <optional>

#include "studio/review/feedback.h"

namespace gladi::feedback_rules {

using Rule = std::optional<Insight>(const TakeFacts& facts, Language language);

// What the host did with plan and viewers; from the journal, exact.
Rule many_unanswered, dead_air, price_unsaid, too_long, any_unanswered, left_out, slow_replies;
Rule answered, prices_said, never_silent, on_time, calm;

// How she sounded. Estimates, but for the loudness.
Rule nothing_heard, no_voice, few_words, quiet, clipped, too_fast, too_slow, dead_side, flat, many_held;
Rule lively, good_pace, short_pauses, few_held, clear_voice;

// What viewers saw of her. Estimates.
Rule out_of_frame, backlit, dark, blurred, turned_away, shaking;
Rule in_frame;

}  // namespace gladi::feedback_rules
