#include "studio/review/comparison.h"

#include <algorithm>

#include "studio/text/format.h"

namespace gladi {
namespace {

std::string base_of(const std::string& key) {
  return key.substr(0, key.find('#'));
}

ProductTimes& row_of(TakeComparison& comparison, const AlignedStretch& stretch) {
  const std::string key = base_of(stretch.key);
  for (ProductTimes& row : comparison.products) {
    if (row.key == key) return row;
  }
  return comparison.products.emplace_back(ProductTimes{key, stretch.title, {}, {}});
}

std::string seconds(MediaTime time) {
  return std::to_string((abs(time).ms() + 500) / 1000);
}

std::string length(MediaTime time) {
  return format_clock(MediaTime::from_ms((abs(time).ms() + 500) / 1000 * 1000));
}

}  // namespace

TakeComparison compare_takes(const TakeAlignment& alignment, const TakeFacts& before, const TakeFacts& now) {
  TakeComparison comparison;
  comparison.replies_before = before.replies;
  comparison.replies_now = now.replies;
  comparison.duration_before = before.duration;
  comparison.duration_now = now.duration;
  for (const AlignedStretch& stretch : alignment.stretches(1))
    row_of(comparison, stretch).now += stretch.end - stretch.start;
  for (const AlignedStretch& stretch : alignment.stretches(0))
    row_of(comparison, stretch).before += stretch.end - stretch.start;
  return comparison;
}

Message words_of(const ProductTimes& product) {
  if (product.before <= MediaTime{}) return Message(GLADI_TEXT("new in this take"));
  if (product.now <= MediaTime{}) return Message(GLADI_TEXT("only in the earlier one"));
  const MediaTime off = product.now - product.before;
  if (abs(off) < kSameTime) return Message(GLADI_TEXT("about as long"));
  return off.ns > 0 ? Message(GLADI_TEXT("{0} longer"), {length(off)})
                    : Message(GLADI_TEXT("{0} shorter"), {length(off)});
}

std::vector<Message> words_of_replies(const TakeComparison& comparison) {
  const ReplyFacts& before = comparison.replies_before;
  const ReplyFacts& now = comparison.replies_now;
  if (now.asked == 0) return {Message(GLADI_TEXT("Nobody asked anything in this take."))};
  const std::vector<std::string> counts = {std::to_string(now.answered), std::to_string(now.asked),
                                           std::to_string(before.answered), std::to_string(before.asked)};
  std::vector<Message> words;
  words.push_back(before.asked == 0
                      ? Message(GLADI_TEXT("{0} of {1} questions answered; in the earlier one nobody asked."),
                                {counts[0], counts[1]})
                      : Message(GLADI_TEXT("{0} of {1} questions answered; then {2} of {3}."), counts));
  if (!now.median || !before.median) return words;
  const MediaTime off = *now.median - *before.median;
  const std::vector<std::string> times = {seconds(*now.median), seconds(*before.median)};
  if (abs(off) < kSameReply) {
    words.push_back(Message(GLADI_TEXT("An answer took about {0} seconds, much as then."), {times[0]}));
  } else if (off.ns < 0) {
    words.push_back(
        Message(GLADI_TEXT("An answer took about {0} seconds; then {1}. Buyers waited less."), times));
  } else {
    words.push_back(Message(GLADI_TEXT("An answer took about {0} seconds; then {1}."), times));
  }
  return words;
}

}  // namespace gladi
