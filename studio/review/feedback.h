// What a trainee is told after a take: first what went well, then exactly one thing to try next.
// docs/coaching.md says which finding wins, and why.
#pragma once

#include <optional>
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

  bool too_short = false;          // then all else is empty
  std::vector<Insight> strengths;  // 1 to kMostStrengths
  // Nothing where nothing was found and the sound isn't measured: what isn't known isn't called good either.
  std::optional<Insight> next;
  std::optional<Message> lack;  // why nothing is told of her voice; nothing where it is
};

// Of a take whose sound isn't measured nothing is said of her voice; while it is being measured, wait.
// `language`: of product names and numbers in the sentences. `dismissed`: findings of this take of which a
// reviewer has said that they aren't so (dismissed_among); they are neither counted nor led to.
Feedback feedback_of(const TakeFacts& known, Language language,
                     const std::vector<TakeFinding>& dismissed = {});

}  // namespace gladi
