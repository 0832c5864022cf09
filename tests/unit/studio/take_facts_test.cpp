#include "studio/review/take_facts.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"

namespace gladi {
namespace {

MediaTime s(double seconds) {
  return MediaTime::from_seconds(seconds);
}
ChatShown question(int64_t chat) {
  return {chat, "rina", "Harga?", "price", "answer", "kain"};
}

// A take of 120 s with the sample's plan: opening, two products, closing.
class TakeFactsTest : public testing::Test {
 protected:
  TakeFactsTest() { session_.duration = s(120); }
  TakeFacts facts(std::vector<TakeEvent> events) { return take_facts(session_, events); }
  Session session_ = test::sample_session();
};

TEST_F(TakeFactsTest, OfAnEmptyJournalTellThatNothingRan) {
  const TakeFacts found = facts({});
  ASSERT_EQ(found.segments.size(), session_.rundown.segments.size());
  for (const SegmentFact& segment : found.segments) {
    EXPECT_EQ(against_plan(segment), AgainstPlan::kNeverRan);
    EXPECT_FALSE(segment.price_said);
  }
  EXPECT_EQ(found.replies.asked, 0);
  EXPECT_FALSE(found.replies.median);
  EXPECT_TRUE(found.long_silences().empty());
}

TEST_F(TakeFactsTest, AddUpASegmentThatRanTwice) {
  const std::string kain = session_.rundown.segments[1].product_id;
  const TakeFacts found = facts({{s(0), SegmentStarted{0, ""}},
                                 {s(10), SegmentStarted{1, kain}},
                                 {s(30), SegmentStarted{0, ""}},
                                 {s(35), SegmentStarted{1, kain}}});
  EXPECT_EQ(found.segments[0].ran, s(15));
  EXPECT_EQ(found.segments[1].ran, s(105));
  EXPECT_EQ(found.segments[1].first, s(10));
  EXPECT_TRUE(found.segments[1].product);
}

TEST_F(TakeFactsTest, CallAProductByItsNameWhereItsSegmentHasNone) {
  session_.rundown.segments[1].title = {};
  EXPECT_EQ(facts({}).segments[1].title.indonesian, session_.products[0].name.indonesian);
}

TEST_F(TakeFactsTest, CallTenPercentOnTime) {
  SegmentFact segment;
  segment.planned = s(100);
  segment.first = s(0);
  for (const auto& [ran, expected] : {std::pair{90.0, AgainstPlan::kOnTime},
                                      {110.0, AgainstPlan::kOnTime},
                                      {89.9, AgainstPlan::kShorter},
                                      {110.1, AgainstPlan::kLonger}}) {
    segment.ran = s(ran);
    EXPECT_EQ(against_plan(segment), expected) << ran;
  }
}

TEST_F(TakeFactsTest, TellQuickLateAndMissedAnswers) {
  const TakeFacts found = facts({{s(1), question(1)},
                                 {s(5), question(2)},
                                 {s(9), ChatAnswered{1, s(8)}},
                                 {s(17), ChatAnswered{2, s(12)}},
                                 {s(20), question(3)},
                                 {s(50), ChatMissed{3}},
                                 {s(60), ChatAnswered{3, s(40)}},
                                 {s(62), question(4)},
                                 {s(92), ChatMissed{4}},
                                 {s(100), question(5)},
                                 {s(101), ChatShown{6, "budi", "Jelek", "rude", "mute", ""}},
                                 {s(102), ChatMuted{6, s(1)}}});
  EXPECT_EQ(found.replies.asked, 4) << "the last one had no time";
  EXPECT_EQ(found.replies.too_late, 1);
  EXPECT_EQ(found.replies.answered, 2);
  EXPECT_EQ(found.replies.quick, 1);
  EXPECT_EQ(found.replies.median, s(10)) << "of the two that came in time, beside whose count it stands";
  ASSERT_EQ(found.replies.missed.size(), 2u);
  EXPECT_EQ(found.replies.missed[0].shown, s(20)) << "answered too late";
  EXPECT_EQ(found.replies.missed[1].shown, s(62));
  EXPECT_EQ(found.rude, 1);
  EXPECT_EQ(found.muted, 1);
}

TEST_F(TakeFactsTest, TakeTheMiddleOfAnEvenNumberOfAnswers) {
  const TakeFacts found = facts({{s(1), question(1)},
                                 {s(2), question(2)},
                                 {s(5), ChatAnswered{1, s(4)}},
                                 {s(8), ChatAnswered{2, s(6)}}});
  EXPECT_EQ(found.replies.median, s(5));
}

TEST_F(TakeFactsTest, CountASilenceFromItsBeginning) {
  const TakeFacts found =
      facts({{s(20), SilenceStarted{}}, {s(24), SilenceEnded{}}, {s(118), SilenceStarted{}}});
  ASSERT_EQ(found.silences.size(), 2u);
  EXPECT_EQ(found.silences[0].start, s(15)) << "it is noticed after five seconds";
  EXPECT_EQ(found.silences[0].length, s(9));
  EXPECT_EQ(found.silences[1].length, s(7)) << "up to the take's end";
  ASSERT_EQ(found.long_silences().size(), 2u) << "until the sound is measured";
  EXPECT_EQ(found.long_silences()[0].start, s(15));
}

TEST_F(TakeFactsTest, AskForPricesOnlyWhereSomebodyTicks) {
  const std::string kain = session_.rundown.segments[1].product_id;
  const std::string tas = session_.rundown.segments[2].product_id;
  std::vector<TakeEvent> events{{s(1), SegmentStarted{1, kain}}, {s(50), SegmentStarted{2, tas}}};
  EXPECT_FALSE(facts(events).segments[1].price_said);
  events.insert(events.begin() + 1, {s(5), PointTicked{1, 3, true, true}});
  const TakeFacts found = facts(events);
  EXPECT_EQ(found.segments[1].price_said, true);
  EXPECT_EQ(found.segments[2].price_said, false);
  EXPECT_FALSE(found.segments[0].price_said) << "no product";
  events.insert(events.begin() + 2, {s(6), PointTicked{1, 3, false, true}});
  EXPECT_EQ(facts(events).segments[1].price_said, false) << "taken back";
}

TEST_F(TakeFactsTest, AddUpWhatWasSold) {
  const TakeFacts found = facts({{s(1), OrderPlaced{"rina", "kain", 2, 199'000}},
                                 {s(2), OrderPlaced{"budi", "tas", 1, 185'000}},
                                 {s(10), AudienceSampled{40, 3}},
                                 {s(20), AudienceSampled{31, 9}},
                                 {s(21), MarkerSet{""}}});
  EXPECT_EQ(found.orders, 2);
  EXPECT_EQ(found.sold_rupiah, 583'000);
  EXPECT_EQ(found.most_viewers, 40);
  EXPECT_EQ(found.markers, 1);
}

}  // namespace
}  // namespace gladi
