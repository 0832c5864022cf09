#include "ui/screens/review/as_run.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

MediaTime seconds(double s) {
  return MediaTime::from_seconds(s);
}

class AsRun : public ::testing::Test {
 protected:
  AsRun() {
    Product product;
    product.id = "kain";
    product.name = {"Kain daun jati", "Teak leaf cloth"};
    product.price_rupiah = 199'000;
    product.key_points = {{"Adem dipakai", "Cool to wear"}, {"Motif asli", "Real leaves"}};
    session_.products = {product};
    session_.rundown.segments = {{SegmentKind::kOpening, {"Pembukaan", "Opening"}, "", seconds(10), {}},
                                 {SegmentKind::kProduct, {}, "kain", seconds(60), {}}};
    at(0, SegmentStarted{0, ""});
    at(10, SegmentStarted{1, "kain"});
  }

  void at(double s, decltype(TakeEvent::what) what) { events_.push_back({seconds(s), std::move(what)}); }
  std::vector<ReviewSegment> told() { return as_run(session_, events_, seconds(60), translator_); }

  Session session_;
  std::vector<TakeEvent> events_;
  Translator translator_{Language::kEnglish};
};

TEST_F(AsRun, TellsWhichPointsWereTickedOffAndWhichCuesCame) {
  at(20, PointTicked{1, 1, true, false});
  at(25, CueShown{"price"});
  at(30, PointTicked{1, 2, true, true});
  const auto segments = told();
  ASSERT_EQ(segments.size(), 2U);
  EXPECT_TRUE(segments[0].notes.empty());
  const ReviewSegment& product = segments[1];
  EXPECT_EQ(product.title, "Teak leaf cloth");
  EXPECT_EQ(product.points, 3) << "two of its own and the price";
  EXPECT_EQ(product.said, 2);
  ASSERT_EQ(product.notes.size(), 3U);
  EXPECT_EQ(product.notes[0].words, "Real leaves");
  EXPECT_EQ(product.notes[0].at, seconds(20));
  EXPECT_EQ(product.notes[1].kind, ReviewNote::Kind::kCue);
  EXPECT_EQ(product.notes[1].words, "Has the price been said?");
  EXPECT_EQ(product.notes[2].words, "Live price Rp 199.000");
}

TEST_F(AsRun, LeavesOutATickThatWasTakenBack) {
  at(20, PointTicked{1, 0, true, false});
  at(21, PointTicked{1, 0, false, false});
  at(22, PointTicked{1, 1, true, false});
  at(23, PointTicked{1, 1, false, false});
  at(24, PointTicked{1, 1, true, false});
  const ReviewSegment product = told()[1];
  EXPECT_EQ(product.said, 1);
  ASSERT_EQ(product.notes.size(), 1U);
  EXPECT_EQ(product.notes[0].at, seconds(24));
}

TEST_F(AsRun, KeepsTicksWithTheStretchTheyFellInto) {
  at(15, PointTicked{1, 0, true, false});
  at(30, SegmentStarted{0, ""});
  at(40, SegmentStarted{1, "kain"});
  at(45, PointTicked{1, 1, true, false});
  at(46, PointTicked{1, 7, true, false});  // of a journal that doesn't fit its session
  const auto segments = told();
  ASSERT_EQ(segments.size(), 4U);
  EXPECT_EQ(segments[1].said, 1);
  EXPECT_EQ(segments[3].said, 1);
  EXPECT_EQ(segments[3].notes.size(), 1U);
}

}  // namespace
}  // namespace gladi
