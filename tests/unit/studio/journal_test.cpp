#include "studio/session/journal.h"

#include <gtest/gtest.h>

#include <thread>

#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

MediaTime seconds(int64_t s) {
  return MediaTime::from_ms(s * 1000);
}

class Journal : public testing::Test {
 protected:
  std::filesystem::path file() const { return temp_ / "journal.jsonl"; }
  void write(const std::vector<TakeEvent>& events) {
    auto writer = JournalWriter::open(temp_.path());
    ASSERT_TRUE(writer) << writer.error().english();
    for (const TakeEvent& event : events) ASSERT_TRUE((*writer)->add(event));
    ASSERT_TRUE((*writer)->sync());
  }
  JournalContent read() {
    auto content = read_journal(temp_.path());
    if (!content) {
      ADD_FAILURE() << content.error().english();
      return {};
    }
    return *content;
  }

  test::TempFolder temp_;
};

TEST_F(Journal, KeepsHowThePersonFoundItHerself) {
  write({{seconds(9), TakeEnded{"stopped"}}, {seconds(9), SelfRated{2, "harga \"lebih\" awal"}}});
  const JournalContent content = read();
  ASSERT_EQ(content.events.size(), 2u);
  const auto& rated = std::get<SelfRated>(content.events[1].what);
  EXPECT_EQ(rated.level, 2);
  EXPECT_EQ(rated.wish, "harga \"lebih\" awal");
}

TEST_F(Journal, GivesEachKindOfEventBack) {
  write({{seconds(0), TakeStarted{"6ba7b810-9dad-41d1-80b4-00c04fd430c8"}},
         {seconds(1), SegmentStarted{2, "kain"}},
         {seconds(2), MarkerSet{"bagus \"sekali\"\n🌺"}},
         {seconds(3), PointTicked{2, 4, false, true}},
         {seconds(4), LayoutChanged{"camera-over-product"}},
         {seconds(5), Gap{"camera", MediaTime{1'234'567'891}, "unplugged"}},
         {seconds(6), CountersNoted{150, 3}},
         {seconds(7), Overloaded{"overlays"}},
         {seconds(8), EncoderReplaced{"h264_vaapi", "libx264 superfast"}},
         {seconds(9), TakeEnded{"stopped"}}});
  const JournalContent content = read();
  EXPECT_EQ(content.unreadable_lines, 0);
  ASSERT_EQ(content.events.size(), 10u);
  for (size_t i = 0; i < 10; ++i) {
    EXPECT_EQ(content.events[i].at, seconds(static_cast<int64_t>(i)));
    EXPECT_EQ(content.events[i].what.index(), i);
  }
  EXPECT_EQ(std::get<TakeStarted>(content.events[0].what).session_id, "6ba7b810-9dad-41d1-80b4-00c04fd430c8");
  EXPECT_EQ(std::get<SegmentStarted>(content.events[1].what).segment, 2);
  EXPECT_EQ(std::get<SegmentStarted>(content.events[1].what).product_id, "kain");
  EXPECT_EQ(std::get<MarkerSet>(content.events[2].what).label, "bagus \"sekali\"\n🌺");
  const auto& ticked = std::get<PointTicked>(content.events[3].what);
  EXPECT_EQ(ticked.segment, 2);
  EXPECT_EQ(ticked.point, 4);
  EXPECT_FALSE(ticked.said);
  EXPECT_TRUE(ticked.price);
  EXPECT_EQ(std::get<LayoutChanged>(content.events[4].what).layout, "camera-over-product");
  EXPECT_EQ(std::get<Gap>(content.events[5].what).length, MediaTime{1'234'567'891});
  EXPECT_EQ(std::get<CountersNoted>(content.events[6].what).repeated, 3);
  EXPECT_EQ(std::get<TakeEnded>(content.events[9].what).reason, "stopped");
}

TEST_F(Journal, GivesBackWhichOverlaysWereHidden) {
  write({{seconds(1), OverlaysChanged{{"card", "rising_hearts"}}}, {seconds(2), OverlaysChanged{}}});
  const JournalContent content = read();
  ASSERT_EQ(content.events.size(), 2u);
  EXPECT_EQ(std::get<OverlaysChanged>(content.events[0].what).hidden,
            (std::vector<std::string>{"card", "rising_hearts"}));
  EXPECT_TRUE(std::get<OverlaysChanged>(content.events[1].what).hidden.empty());
  EXPECT_EQ(content.unreadable_lines, 0);
}

TEST_F(Journal, WritesOneLineAnEvent) {
  write({{seconds(1), MarkerSet{"a\nb"}}});
  EXPECT_EQ(test::read_text(file()), "{\"at_ns\":1000000000,\"label\":\"a\\nb\",\"type\":\"marker_set\"}\n");
}

TEST_F(Journal, ThatIsNotThereHasNoEvents) {
  EXPECT_TRUE(read().events.empty());
}

TEST_F(Journal, TornAtAnyByteOfItsLastLineLosesThatLineOnly) {
  write({{seconds(1), MarkerSet{"satu"}},
         {seconds(2), MarkerSet{"dua"}},
         {seconds(3), SegmentStarted{1, "kain"}}});
  const std::string whole = test::read_text(file());
  const size_t last = whole.rfind('\n', whole.size() - 2) + 1;
  for (size_t size = last; size <= whole.size(); ++size) {
    test::write_text(file(), whole.substr(0, size));
    const bool complete = size >= whole.size() - 1;  // only the line break is missing
    EXPECT_EQ(read().events.size(), complete ? 3u : 2u) << size;
    EXPECT_EQ(read().unreadable_lines, 0) << size;
    // What comes after a restart stands on a line of its own.
    write({{seconds(4), TakeEnded{"recovered"}}});
    ASSERT_EQ(read().events.size(), complete ? 4u : 3u) << size;
    EXPECT_TRUE(std::holds_alternative<TakeEnded>(read().events.back().what)) << size;
  }
}

TEST_F(Journal, PassesOverZerosThatAPowerCutLeaves) {
  write({{seconds(1), MarkerSet{"satu"}}});
  test::write_text(file(), test::read_text(file()) + std::string(512, '\0'));
  EXPECT_EQ(read().events.size(), 1u);
  EXPECT_EQ(read().unreadable_lines, 0);
}

TEST_F(Journal, CountsUnreadableLinesAndSkipsNewerTypes) {
  test::write_text(file(),
                   "{\"at_ns\":1,\"type\":\"marker_set\",\"label\":\"a\"}\n"
                   "nonsense\n"
                   "{\"at_ns\":2,\"type\":\"hologram\",\"depth\":3}\n"
                   "{\"type\":\"marker_set\",\"label\":\"no time\"}\n"
                   "[1,2]\n"
                   "\n"
                   "{\"at_ns\":1.5,\"type\":\"marker_set\"}\n"
                   "{\"at_ns\":0,\"type\":\"marker_set\",\"label\":\"b\",\"colour\":\"red\"}\n");
  const JournalContent content = read();
  ASSERT_EQ(content.events.size(), 2u);
  EXPECT_EQ(std::get<MarkerSet>(content.events[0].what).label, "b");  // by time
  EXPECT_EQ(content.unreadable_lines, 4);
}

TEST_F(Journal, TakesLinesFromTwoThreadsWhileAThirdSyncs) {
  auto opened = JournalWriter::open(temp_.path());
  ASSERT_TRUE(opened);
  JournalWriter& writer = **opened;
  constexpr int kLines = 500;
  const auto write_lines = [&](const std::string& label) {
    for (int i = 0; i < kLines; ++i)
      ASSERT_TRUE(writer.add({MediaTime{i}, MarkerSet{label + std::string(200, '.')}}));
  };
  std::thread one(write_lines, "satu");
  std::thread two(write_lines, "dua");
  std::thread syncing([&] {
    for (int i = 0; i < 20; ++i) ASSERT_TRUE(writer.sync());
  });
  one.join();
  two.join();
  syncing.join();
  EXPECT_EQ(read().events.size(), 2u * kLines);
  EXPECT_EQ(read().unreadable_lines, 0);
}

TEST_F(Journal, InAFolderThatIsNotThereIsAnError) {
  EXPECT_FALSE(JournalWriter::open(temp_ / "none"));
}

TEST(SegmentsAsRun, FollowEachOtherToTheTakesEnd) {
  const std::vector<RunSegment> run = segments_as_run({{seconds(0), TakeStarted{}},
                                                       {seconds(0), SegmentStarted{0, ""}},
                                                       {seconds(10), SegmentStarted{1, "kain"}},
                                                       {seconds(12), MarkerSet{"x"}},
                                                       {seconds(30), SegmentStarted{2, "tas"}},
                                                       {seconds(40), SegmentStarted{1, "kain"}}},
                                                      seconds(55));
  ASSERT_EQ(run.size(), 4u);
  EXPECT_EQ(run[1].segment, 1);
  EXPECT_EQ(run[1].product_id, "kain");
  EXPECT_EQ(run[1].start, seconds(10));
  EXPECT_EQ(run[1].end, seconds(30));
  EXPECT_EQ(run[3].start, seconds(40));
  EXPECT_EQ(run[3].end, seconds(55));
}

TEST(SegmentsAsRun, LeaveOutWhatWasPassedOverOrTornOff) {
  const std::vector<RunSegment> run = segments_as_run({{seconds(0), SegmentStarted{0, ""}},
                                                       {seconds(5), SegmentStarted{1, "kain"}},
                                                       {seconds(5), SegmentStarted{2, "tas"}},
                                                       {seconds(7), SegmentStarted{2, "tas"}},
                                                       {seconds(20), SegmentStarted{3, ""}}},
                                                      seconds(20));
  ASSERT_EQ(run.size(), 2u);
  EXPECT_EQ(run[1].segment, 2);
  EXPECT_EQ(run[1].start, seconds(5));
  EXPECT_EQ(run[1].end, seconds(20));
}

TEST(SegmentsAsRun, AreNoneWithoutAJournal) {
  EXPECT_TRUE(segments_as_run({}, seconds(10)).empty());
}

}  // namespace
}  // namespace gladi
