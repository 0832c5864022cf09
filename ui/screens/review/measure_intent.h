// What the drawn review screen asks for about what was measured; part of review_intent.h.
#pragma once

#include <string>

#include "studio/review/finding_verdict.h"

namespace gladi::review {

struct JudgeFinding {
  std::string id;
  ReviewVerdict verdict = ReviewVerdict::kOpen;
};
struct ShowMeasures {  // the lanes under the timeline
  bool shown = true;
};

}  // namespace gladi::review
