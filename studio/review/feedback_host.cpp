// The rules about plan and viewers.
#include <algorithm>
#include <utility>

#include "studio/rehearsal/silence_watch.h"
#include "studio/review/feedback_rules.h"

namespace gladi::feedback_rules {
namespace {

constexpr MediaTime kLongSilence = MediaTime::from_ms(8'000);  // one alone is worth a word
constexpr MediaTime kMuchLonger = MediaTime::from_ms(20'000);
constexpr MediaTime kLongEnoughForSilence = MediaTime::from_ms(60'000);
constexpr int kFewestQuestions = 2;
constexpr double kMostAnswered = 0.7, kMostOnTime = 0.75;

std::string in_seconds(MediaTime t) {
  return std::to_string((t.ms() + 500) / 1000);
}
std::string count(size_t n) {
  return std::to_string(n);
}

Insight unanswered(const TakeFacts& facts) {
  const MissedLine& first = facts.replies.missed.front();
  return {"unanswered", Message(GLADI_TEXT("Answer one more question.")),
          Message(GLADI_TEXT("{0} of {1} questions waited in vain, such as “{2}” from {3}."),
                  {count(facts.replies.missed.size()), std::to_string(facts.replies.asked), first.text,
                   first.author}),
          Message(GLADI_TEXT("“{0}, thank you for asking: …” Say the name, then answer in one sentence."),
                  {first.author}),
          first.shown};
}

}  // namespace

std::optional<Insight> many_unanswered(const TakeFacts& facts, Language) {
  const auto missed = static_cast<int>(facts.replies.missed.size());
  if (missed < kFewestQuestions || missed * 2 <= facts.replies.asked) return std::nullopt;
  return unanswered(facts);
}

std::optional<Insight> any_unanswered(const TakeFacts& facts, Language) {
  if (facts.replies.missed.empty()) return std::nullopt;
  return unanswered(facts);
}

std::optional<Insight> dead_air(const TakeFacts& facts, Language) {
  std::vector<SilenceFact> silences = facts.long_silences();
  // Who shows something without a word isn't gone.
  std::erase_if(silences, [](const SilenceFact& silence) { return silence.moving; });
  const auto longest =
      std::max_element(silences.begin(), silences.end(),
                       [](const SilenceFact& a, const SilenceFact& b) { return a.length < b.length; });
  if (longest == silences.end() || (silences.size() < 2 && longest->length < kLongSilence))
    return std::nullopt;
  Message detail =
      silences.size() == 1
          ? Message(GLADI_TEXT("You said nothing for {0} seconds (an estimate)."),
                    {in_seconds(longest->length)})
          : Message(GLADI_TEXT(
                        "{0} times nothing was said for more than {1} seconds; the longest was {2} seconds "
                        "(an estimate)."),
                    {count(silences.size()), in_seconds(SilenceWatch::kSilentAfter),
                     in_seconds(longest->length)});
  return Insight{
      "dead-air", Message(GLADI_TEXT("Have a sentence ready for quiet moments.")), std::move(detail),
      Message(GLADI_TEXT("“While I get it for you: whoever has just joined, write where you are from…”")),
      longest->start};
}

std::optional<Insight> price_unsaid(const TakeFacts& facts, Language language) {
  for (const SegmentFact& segment : facts.segments) {
    if (segment.price_said.value_or(true)) continue;
    return Insight{"price", Message(GLADI_TEXT("Say the price of every product.")),
                   Message(GLADI_TEXT("The price of {0} wasn't ticked off."), {segment.title.in(language)}),
                   Message(GLADI_TEXT("“The price is …: tap number … in the basket.”")), segment.first};
  }
  return std::nullopt;
}

std::optional<Insight> too_long(const TakeFacts& facts, Language language) {
  const SegmentFact* worst = nullptr;
  for (const SegmentFact& segment : facts.segments) {
    if (against_plan(segment) != AgainstPlan::kLonger || segment.ran - segment.planned < kMuchLonger)
      continue;
    if (worst == nullptr || segment.ran - segment.planned > worst->ran - worst->planned) worst = &segment;
  }
  if (worst == nullptr) return std::nullopt;
  return Insight{
      "too-long", Message(GLADI_TEXT("Go on to the next part in time.")),
      Message(GLADI_TEXT("{0} took {1} seconds longer than planned."),
              {worst->title.in(language), in_seconds(worst->ran - worst->planned)}),
      Message(GLADI_TEXT("When the time turns amber: say the price once more, then go on to the next one.")),
      *worst->first + worst->planned};
}

std::optional<Insight> left_out(const TakeFacts& facts, Language language) {
  for (const SegmentFact& segment : facts.segments) {
    if (!segment.product || segment.first) continue;
    return Insight{"left-out", Message(GLADI_TEXT("Show every product once.")),
                   Message(GLADI_TEXT("{0} never came on."), {segment.title.in(language)}),
                   Message(GLADI_TEXT(
                       "Short of time? Give each product half a minute: what it is, its price, its number.")),
                   std::nullopt};
  }
  return std::nullopt;
}

std::optional<Insight> slow_replies(const TakeFacts& facts, Language) {
  if (!facts.replies.median || *facts.replies.median <= ReplyFacts::kQuick) return std::nullopt;
  return Insight{"slow-replies", Message(GLADI_TEXT("Look at the comments a little more often.")),
                 Message(GLADI_TEXT("Half of the answers took longer than {0} seconds; 10 are good."),
                         {in_seconds(*facts.replies.median)}),
                 Message(GLADI_TEXT("After each key point: one look at the comments.")), std::nullopt};
}

std::optional<Insight> answered(const TakeFacts& facts, Language) {
  const ReplyFacts& replies = facts.replies;
  if (replies.asked < kFewestQuestions || replies.answered < kMostAnswered * replies.asked)
    return std::nullopt;
  Message told = replies.median
                     ? Message(GLADI_TEXT("{0} of {1} questions answered, half of them within {2} seconds"),
                               {std::to_string(replies.answered), std::to_string(replies.asked),
                                in_seconds(*replies.median)})
                     : Message(GLADI_TEXT("{0} of {1} questions answered"),
                               {std::to_string(replies.answered), std::to_string(replies.asked)});
  return Insight{"answered", std::move(told), {}, {}, std::nullopt};
}

std::optional<Insight> never_silent(const TakeFacts& facts, Language) {
  const bool heard = facts.sound && facts.sound->lack == SpeechLack::kNone;
  if (!heard || !facts.long_silences().empty() || facts.duration < kLongEnoughForSilence) return std::nullopt;
  return Insight{
      "fluent", Message(GLADI_TEXT("You always had something to say (an estimate)")), {}, {}, std::nullopt};
}

std::optional<Insight> on_time(const TakeFacts& facts, Language) {
  int ran = 0, kept = 0;
  for (const SegmentFact& segment : facts.segments) {
    ran += segment.first.has_value();
    kept += against_plan(segment) == AgainstPlan::kOnTime;
  }
  if (ran < 2 || kept < kMostOnTime * ran) return std::nullopt;
  return Insight{
      "on-time",
      Message(GLADI_TEXT("{0} of {1} parts kept to their time"), {std::to_string(kept), std::to_string(ran)}),
      {},
      {},
      std::nullopt};
}

std::optional<Insight> prices_said(const TakeFacts& facts, Language) {
  int said = 0;
  for (const SegmentFact& segment : facts.segments) {
    if (!segment.price_said.value_or(true)) return std::nullopt;
    said += segment.price_said.has_value();
  }
  if (said == 0) return std::nullopt;
  return Insight{"prices",
                 Message(GLADI_TEXT("You named the price of every product that you showed")),
                 {},
                 {},
                 std::nullopt};
}

std::optional<Insight> calm(const TakeFacts& facts, Language) {
  if (facts.rude == 0 || facts.muted < facts.rude) return std::nullopt;
  return Insight{"calm", Message(GLADI_TEXT("You hid rude lines and went on calmly")), {}, {}, std::nullopt};
}

}  // namespace gladi::feedback_rules
