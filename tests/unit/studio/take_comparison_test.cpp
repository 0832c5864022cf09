#include "studio/review/comparison.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

MediaTime s(double seconds) {
  return MediaTime::from_seconds(seconds);
}

// A take in which these parts ran: their number in the plan (opening, cloth, bag, closing) and when each
// began.
struct Ran {
  int segment;
  double start;
};

Session plan(double length) {
  Session session;
  session.duration = s(length);
  session.products = {{.id = "kain", .name = {"Kain Jati", "Teak cloth"}},
                      {.id = "tas", .name = {"Tas", "Bag"}}};
  session.rundown.segments = {{SegmentKind::kOpening, {"Pembukaan", ""}, "", s(10), {}},
                              {SegmentKind::kProduct, {}, "kain", s(30), {}},
                              {SegmentKind::kProduct, {}, "tas", s(30), {}},
                              {SegmentKind::kClosing, {"Penutup", ""}, "", s(10), {}}};
  return session;
}

std::vector<TakeEvent> events(const std::vector<Ran>& parts) {
  const char* products[] = {"", "kain", "tas", ""};
  std::vector<TakeEvent> all;
  for (const Ran& part : parts)
    all.push_back({s(part.start), SegmentStarted{part.segment, products[part.segment]}});
  return all;
}

std::vector<AlignedStretch> stretches(double length, const std::vector<Ran>& parts) {
  return stretches_of(plan(length), events(parts));
}

TEST(TakeAlignmentTest, NamesStretchesByProductAndKindAndCountsThem) {
  const auto found = stretches(100, {{0, 0}, {1, 10}, {2, 40}, {1, 60}, {1, 70}, {3, 90}});
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[0].key, "opening");
  EXPECT_EQ(found[1].key, "kain");
  EXPECT_EQ(found[1].title.english, "Teak cloth");
  EXPECT_EQ(found[3].key, "kain#2");
  EXPECT_EQ(found[3].end, s(90)) << "what ran on is one stretch";
  EXPECT_EQ(found[4].key, "closing");
  EXPECT_FALSE(found[4].product);
}

TEST(TakeAlignmentTest, ProductsBeginTogetherAndTheShorterOneWaits) {
  const TakeAlignment alignment(stretches(100, {{0, 0}, {1, 20}, {2, 50}}),
                                stretches(90, {{0, 0}, {1, 10}, {2, 60}}));
  EXPECT_FALSE(alignment.by_hand());
  EXPECT_EQ(alignment.place(0, s(5)), (PairPlace{s(5), false}));
  EXPECT_EQ(alignment.place(0, s(15)), (PairPlace{s(9.95), true})) << "the other opening was shorter";
  EXPECT_EQ(alignment.place(0, s(20)), (PairPlace{s(10), false}));
  EXPECT_EQ(alignment.place(0, s(49)), (PairPlace{s(39), false}));
  EXPECT_EQ(alignment.place(0, s(50)), (PairPlace{s(60), false}));
  EXPECT_EQ(alignment.place(1, s(10)), (PairPlace{s(20), false}));
  EXPECT_EQ(alignment.place(1, s(45)), (PairPlace{s(49.95), true}));
}

TEST(TakeAlignmentTest, InAPartThatOnlyOneHasTheOtherWaitsWhereTheLastCommonOneEnded) {
  const TakeAlignment alignment(stretches(100, {{0, 0}, {2, 20}, {3, 50}}),
                                stretches(90, {{0, 0}, {1, 10}, {2, 30}, {3, 80}}));
  EXPECT_EQ(alignment.place(1, s(15)), (PairPlace{s(19.95), true}));
  EXPECT_EQ(alignment.place(1, s(31)), (PairPlace{s(21), false}));
  const TakeAlignment before_any(stretches(50, {{1, 0}}), stretches(50, {{0, 0}, {1, 10}}));
  EXPECT_EQ(before_any.place(1, s(5)), (PairPlace{s(0), true}));
}

TEST(TakeAlignmentTest, ByHandOneIsShiftedAgainstTheOther) {
  TakeAlignment alignment(stretches(100, {{0, 0}}), stretches(90, {{0, 0}}));
  alignment.align_by_hand(s(2.5));
  EXPECT_EQ(alignment.place(0, s(10)), (PairPlace{s(12.5), false}));
  EXPECT_EQ(alignment.place(1, s(10)), (PairPlace{s(7.5), false}));
  alignment.align_by_product();
  EXPECT_EQ(alignment.place(1, s(10)), (PairPlace{s(10), false}));
}

TEST(TakeAlignmentTest, TakesWithNothingInCommonAreAlignedByHand) {
  const TakeAlignment alignment(stretches(100, {{1, 0}}), stretches(90, {{2, 0}}));
  EXPECT_FALSE(alignment.any_common());
  EXPECT_TRUE(alignment.by_hand());
  EXPECT_EQ(alignment.place(0, s(10)), (PairPlace{s(10), false}));
}

class TakeComparisonTest : public ::testing::Test {
 protected:
  static TakeComparison compare(TakeFacts before = {}, TakeFacts now = {}) {
    return compare_takes(TakeAlignment(stretches(100, {{0, 0}, {1, 20}, {2, 60}}),
                                       stretches(100, {{0, 0}, {1, 22}, {3, 45}, {1, 50}, {0, 95}})),
                         before, now);
  }
  static TakeFacts replies(int answered, int asked, std::optional<MediaTime> median) {
    TakeFacts facts;
    facts.replies = {.asked = asked, .answered = answered, .median = median, .missed = {}};
    return facts;
  }
  static std::vector<std::string> words(const TakeFacts& before, const TakeFacts& now) {
    std::vector<std::string> all;
    for (const Message& message : words_of_replies(compare(before, now))) all.push_back(message.english());
    return all;
  }
};

TEST_F(TakeComparisonTest, TimesOfAProductAreAddedUpAndToldWithoutAJudgement) {
  const TakeComparison comparison = compare();
  ASSERT_EQ(comparison.products.size(), 4U);
  const auto [opening, cloth, closing, bag] = std::tie(comparison.products[0], comparison.products[1],
                                                       comparison.products[2], comparison.products[3]);
  EXPECT_EQ(cloth.before, s(40));
  EXPECT_EQ(cloth.now, s(23 + 45));
  EXPECT_EQ(words_of(cloth).english(), "00:28 longer");
  EXPECT_EQ(words_of(closing).english(), "new in this take");
  EXPECT_EQ(words_of(bag).english(), "only in the earlier one");
  EXPECT_EQ(words_of(opening).english(), "00:07 longer");
  EXPECT_EQ(words_of(ProductTimes{"", {}, s(30), s(34)}).english(), "about as long");
  EXPECT_EQ(words_of(ProductTimes{"", {}, s(90), s(60)}).english(), "00:30 shorter");
}

TEST_F(TakeComparisonTest, RepliesAreComparedWithOwnEarlierOnes) {
  EXPECT_EQ(words(replies(5, 10, s(14)), replies(8, 9, s(7.6))),
            (std::vector<std::string>{"8 of 9 questions answered; then 5 of 10.",
                                      "An answer took about 8 seconds; then 14. Buyers waited less."}));
  EXPECT_EQ(words(replies(5, 10, s(7)), replies(8, 9, s(8))).back(),
            "An answer took about 8 seconds, much as then.");
  EXPECT_EQ(words(replies(5, 10, s(7)), replies(8, 9, s(12))).back(),
            "An answer took about 12 seconds; then 7.");
  EXPECT_EQ(words(replies(0, 0, {}), replies(1, 2, s(3))),
            std::vector<std::string>{"1 of 2 questions answered; in the earlier one nobody asked."});
  EXPECT_EQ(words(replies(1, 2, s(3)), replies(0, 0, {})),
            std::vector<std::string>{"Nobody asked anything in this take."});
}

}  // namespace
}  // namespace gladi
