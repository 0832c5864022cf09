#include "studio/share/progress_graph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "studio/library/take_list.h"
#include "studio/review/self_rating.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
using testing::HasSubstr;
using testing::Not;

ReportWords words() {
  return {Language::kIndonesian, [](const Message& message) { return message.english(); }};
}

ProgressPoint take(int on_time) {
  ProgressPoint point;
  point.parts = 4;
  point.on_time = on_time;
  return point;
}

TEST(ProgressGraphs, AreOfWhatIsKnownOfTwoTakesAtLeast) {
  EXPECT_TRUE(progress_graphs({}, words()).empty());
  EXPECT_TRUE(progress_graphs({take(2)}, words()).empty());
  std::vector<ProgressPoint> takes{take(0), take(2), take(4)};
  takes[2].syllables_per_s = 5;
  ASSERT_EQ(progress_graphs(takes, words()).size(), 1u) << "the pace of one take is no line";
  takes[0].syllables_per_s = 9;  // beyond the axis
  const auto graphs = progress_graphs(takes, words());
  ASSERT_EQ(graphs.size(), 2u);
  EXPECT_EQ(graphs[0].title, "Parts of the plan on time");
  EXPECT_EQ(graphs[0].last, "100 %");
  ASSERT_EQ(graphs[0].places.size(), 3u);
  EXPECT_DOUBLE_EQ(graphs[0].places[1].x, 0.5);
  EXPECT_DOUBLE_EQ(graphs[0].places[0].y, 1);
  EXPECT_DOUBLE_EQ(graphs[0].places[2].y, 0);
  EXPECT_FALSE(graphs[0].band);
  ASSERT_EQ(graphs[1].places.size(), 2u) << "nothing is made up for the take between";
  EXPECT_DOUBLE_EQ(graphs[1].places[0].y, 0);
  ASSERT_TRUE(graphs[1].band);
  EXPECT_LT(graphs[1].band->from, graphs[1].band->to);
}

TEST(ProgressGraphs, ArePicturesOfThePage) {
  EXPECT_EQ(progress_section({}, 0, words()), "");
  const std::vector<ProgressPoint> takes{take(1), take(3)};
  const std::string page = progress_section(progress_graphs(takes, words()), 2, words());
  EXPECT_THAT(page, HasSubstr("<polyline"));
  EXPECT_THAT(page, HasSubstr("<b>75 %</b>"));
  EXPECT_THAT(page, HasSubstr("The last 2 rehearsals"));
  EXPECT_THAT(page, Not(HasSubstr("nan")));
}

// Until she has said how she found a take she is told nothing of it, on paper neither.
TEST(ProgressGraphs, LeaveOutTakesThatSheHasNotJudgedHerself) {
  const test::TempFolder temp;
  Session session = test::sample_session();
  session.state = SessionState::kReady;
  std::filesystem::path last;
  for (int i = 0; i < 3; ++i) {
    session.id = "00000000-0000-4000-8001-00000000000" + std::to_string(i);
    session.started_at = session.started_at + std::chrono::hours(1);
    last = test::write_sample_session(temp.path() / "sessions", session.id, session);
    if (i != 1) {
      ASSERT_TRUE(save_self_rating(last, session.duration, {2, ""}));
    }
  }
  ASSERT_EQ(takes_by_folders(temp.path()).takes.size(), 3u);
  EXPECT_EQ(progress_until(last, session).size(), 2u);
}

}  // namespace
}  // namespace gladi
