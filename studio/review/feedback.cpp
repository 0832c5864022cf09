#include "studio/review/feedback.h"

#include <set>
#include <utility>

#include "studio/coaching/sound_words.h"
#include "studio/review/feedback_rules.h"
#include "studio/review/told_facts.h"
#include "studio/text/format.h"

namespace gladi {
namespace {

using namespace feedback_rules;

// From what loses most buyers to what loses least: the first that holds is told. docs/coaching.md says why.
struct NextRule {
  Rule* rule;
  std::optional<FindingKind> finding = {};  // what it rests on, where people can say that it isn't so
};
constexpr NextRule kNext[] = {{nothing_heard},
                              {no_voice},
                              {quiet, FindingKind::kTooQuiet},
                              {clipped},
                              {many_unanswered},
                              {dead_air, FindingKind::kDeadAir},
                              {few_words},
                              {out_of_frame, FindingKind::kOutOfFrame},
                              {backlit, FindingKind::kBacklit},
                              {dark, FindingKind::kDark},
                              {price_unsaid},
                              {blurred, FindingKind::kBlurred},
                              {too_long},
                              {too_fast, FindingKind::kFast},
                              {shaking, FindingKind::kShaking},
                              {dead_side},
                              {any_unanswered},
                              {turned_away, FindingKind::kTurnedAway},
                              {left_out},
                              {flat, FindingKind::kFlat},
                              {many_held, FindingKind::kHeld},
                              {too_slow, FindingKind::kSlow},
                              {slow_replies}};

// First what she did for her viewers, then how she came across, last what the devices did.
constexpr Rule* kStrengths[] = {answered,     prices_said, never_silent, lively,   good_pace,  on_time,
                                short_pauses, in_frame,    calm,         few_held, clear_voice};

// Nothing stands out: never invent a fault.
Insight harder(const TakeFacts&) {
  return {"harder", Message(GLADI_TEXT("Try a livelier audience.")),
          Message(GLADI_TEXT("Nothing stood out in this take.")),
          Message(GLADI_TEXT("Choose a livelier audience on the home screen, or one product more.")),
          std::nullopt};
}

Insight rehearsed(const TakeFacts& facts) {
  return {"rehearsed",
          Message(GLADI_TEXT("You rehearsed for {0}: that is how it gets easier"),
                  {format_clock(facts.duration)}),
          {},
          {},
          std::nullopt};
}

}  // namespace

Feedback feedback_of(const TakeFacts& known, Language language, const std::vector<TakeFinding>& dismissed) {
  Feedback feedback;
  feedback.too_short = known.duration < Feedback::kShortestTake;
  if (feedback.too_short) return feedback;
  const std::set<FindingKind> gone = kinds_gone(known, dismissed);
  const TakeFacts facts = without_findings(known, dismissed);
  if (!facts.sound) {
    feedback.lack =
        Message(GLADI_TEXT("The voice isn't judged yet: the sound of this recording hasn't been measured."));
  } else if (facts.sound->lack != SpeechLack::kNone) {
    feedback.lack = lack_in_words(facts.sound->lack);
  }
  for (Rule* const rule : kStrengths) {
    if (feedback.strengths.size() == Feedback::kMostStrengths) break;
    if (auto finding = rule(facts, language)) feedback.strengths.push_back(std::move(*finding));
  }
  if (feedback.strengths.empty()) feedback.strengths.push_back(rehearsed(facts));
  for (const NextRule& next : kNext) {
    if (next.finding && gone.contains(*next.finding)) continue;
    if ((feedback.next = next.rule(facts, language))) return feedback;
  }
  if (facts.sound) feedback.next = harder(facts);
  return feedback;
}

}  // namespace gladi
