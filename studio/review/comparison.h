// A take beside an earlier one of the same person: what is different, in kind words. No scores, no better or
// worse: only how long things took and how many questions found an answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "encoder/base/message.h"
#include "studio/review/take_alignment.h"
#include "studio/review/take_facts.h"

namespace gladi {

struct ProductTimes {
  std::string key;  // as AlignedStretch's, without its count
  LocalText title;
  MediaTime before;  // in all stretches of it; 0: it was not shown
  MediaTime now;
};

struct TakeComparison {
  std::vector<ProductTimes> products;  // in the order of the later take, then what only the earlier one had
  ReplyFacts replies_before;
  ReplyFacts replies_now;
  MediaTime duration_before;
  MediaTime duration_now;
};
TakeComparison compare_takes(const TakeAlignment& alignment, const TakeFacts& before, const TakeFacts& now);

// Differences below this are told as none.
constexpr MediaTime kSameTime = MediaTime::from_ms(5000);
constexpr MediaTime kSameReply = MediaTime::from_ms(2000);

// "20 seconds longer", "about as long", "new in this take".
Message words_of(const ProductTimes& product);
// How quickly the questions were answered, and how many; sentences without a judgement.
std::vector<Message> words_of_replies(const TakeComparison& comparison);

}  // namespace gladi
