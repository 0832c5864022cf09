// The facts of a take as they are told to somebody: without the findings of which a reviewer has said that
// they aren't so.
#pragma once

#include <set>
#include <vector>

#include "studio/review/finding.h"
#include "studio/review/take_facts.h"

namespace gladi {

// `dismissed`: of findings_in() of these facts. Held sounds and pauses among them are taken out, pictures'
// shares get smaller; of a window that was called fast, flat or quiet just that isn't known any more. For
// counting and for jumps: the take's own means (pace, liveliness, loudness) stay.
TakeFacts without_findings(TakeFacts facts, const std::vector<TakeFinding>& dismissed);

// The kinds that were found, but of which nothing is left.
std::set<FindingKind> kinds_gone(const TakeFacts& facts, const std::vector<TakeFinding>& dismissed);

}  // namespace gladi
