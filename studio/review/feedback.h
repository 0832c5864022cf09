// What a trainee is told after a take: first what went well, then exactly one thing to try next.
// docs/coaching.md says which finding wins, and why.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "encoder/base/message.h"
#include "studio/review/finding.h"
#include "studio/review/take_facts.h"
#include "studio/text/language.h"

namespace gladi {

struct Insight {
  std::string rule;             // its name in docs/coaching.md
  Message headline;             // one short sentence
  Message detail;               // what it was seen by; may be empty
  Message example;              // something to say or to do; may be empty
  std::optional<MediaTime> at;  // the moment to look at
};

struct Feedback {
  static constexpr size_t kMostStrengths = 3;
  static constexpr MediaTime kShortestTake = MediaTime::from_ms(20'000);  // less says nothing

  std::vector<Insight> strengths;  // 1 to kMostStrengths; empty for a take that is too short
  std::optional<Insight> next;     // nothing for a take that is too short
  std::optional<Message> lack;     // why nothing is told of her voice; nothing where it is, or isn't measured
};

// `language`: of product names and numbers in the sentences. `dismissed`: what a reviewer has said isn't so;
// it isn't told as the thing to try.
Feedback feedback_of(const TakeFacts& facts, Language language, const std::set<FindingKind>& dismissed = {});

}  // namespace gladi
