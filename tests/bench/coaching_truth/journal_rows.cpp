#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "studio/review/take_facts.h"
#include "tests/bench/coaching_truth/truth_rows.h"
#include "tests/support/samples.h"

namespace gladi::test {
namespace {

constexpr int kTakes = 200, kTakeMs = 600'000, kStretches = 12;

// A take of which is known beforehand how long each segment runs and which questions are answered when.
struct KnownTake {
  std::vector<TakeEvent> events;
  std::vector<int64_t> ran_ms;
  int asked = 0, answered = 0, quick = 0;
};

KnownTake make_take(std::mt19937& random, const Rundown& rundown) {
  const auto below = [&random](int limit) {
    return static_cast<int>(random() % static_cast<unsigned>(limit));
  };
  KnownTake take;
  take.ran_ms.assign(rundown.segments.size(), 0);
  int at_ms = 0;
  for (int i = 0; i < kStretches; ++i) {
    const auto segment = static_cast<size_t>(below(static_cast<int>(rundown.segments.size())));
    const int length_ms = i + 1 == kStretches ? kTakeMs - at_ms : 1 + below(2 * kTakeMs / kStretches - 1);
    if (length_ms <= 0 || at_ms + length_ms > kTakeMs) break;
    take.events.push_back({MediaTime::from_ms(at_ms),
                           SegmentStarted{static_cast<int>(segment), rundown.segments[segment].product_id}});
    take.ran_ms[segment] += length_ms;
    at_ms += length_ms;
  }
  // What was started last runs to the end.
  if (at_ms < kTakeMs && !take.events.empty()) {
    const auto& last = std::get<SegmentStarted>(take.events.back().what);
    take.ran_ms[static_cast<size_t>(last.segment)] += kTakeMs - at_ms;
  }
  for (int64_t chat = 1; chat <= 20; ++chat) {
    const int shown_ms = below(kTakeMs - 60'000), after_ms = 1 + below(59'000);
    const bool answered = below(4) > 0;
    take.events.push_back(
        {MediaTime::from_ms(shown_ms), ChatShown{chat, "rina", "Harga?", "price", "answer", ""}});
    if (answered)
      take.events.push_back(
          {MediaTime::from_ms(shown_ms + after_ms), ChatAnswered{chat, MediaTime::from_ms(after_ms)}});
    ++take.asked;
    take.answered += answered && after_ms <= 30'000;
    take.quick += answered && after_ms <= 10'000;
  }
  std::stable_sort(take.events.begin(), take.events.end(),
                   [](const TakeEvent& a, const TakeEvent& b) { return a.at < b.at; });
  return take;
}

}  // namespace

void add_journal_rows(TruthTable& table) {
  std::mt19937 random(41);
  Session session = sample_session();
  session.duration = MediaTime::from_ms(kTakeMs);
  int replies_wrong = 0, times_wrong = 0;
  for (int i = 0; i < kTakes; ++i) {
    const KnownTake take = make_take(random, session.rundown);
    const TakeFacts facts = take_facts(session, take.events);
    replies_wrong += facts.replies.asked != take.asked || facts.replies.answered != take.answered ||
                     facts.replies.quick != take.quick;
    bool right = facts.segments.size() == take.ran_ms.size();
    for (size_t segment = 0; right && segment < take.ran_ms.size(); ++segment)
      right = facts.segments[segment].ran == MediaTime::from_ms(take.ran_ms[segment]);
    times_wrong += !right;
  }
  table.add({"reply time", fmt::format("{} journals of 20 questions", kTakes), "exact",
             fmt::format("{} wrong", replies_wrong), replies_wrong == 0});
  table.add({"time per product", fmt::format("{} journals, segments on and off", kTakes), "exact",
             fmt::format("{} wrong", times_wrong), times_wrong == 0});
}

}  // namespace gladi::test
