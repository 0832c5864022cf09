// Several programs on one library at once, and a wall clock that is set back under a running take.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "studio/library/library.h"
#include "studio/session/journal.h"
#include "tests/support/gladi_program.h"
#include "tests/support/killed_take.h"
#include "tests/support/wait.h"

namespace gladi::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

constexpr double kLong = 60;

class TwoPrograms : public testing::Test {
 protected:
  CommandOutput on_library(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--library", take_.library()});
    return gladi(std::move(arguments));
  }
  CommandOutput second_take() { return run_command(take_.command(0.5)); }

  const TempFolder folder_;
  const SmallTake take_{folder_.path()};
};

TEST_F(TwoPrograms, RecordOneAfterTheOther) {
  ChildProgram first(take_.command(kLong));
  ASSERT_TRUE(wait_for([&] { return progress_of(first.out()).safe.ns > 0; })) << first.err();

  const CommandOutput second = second_take();
  EXPECT_EQ(second.exit_code, 1);
  EXPECT_THAT(second.err, HasSubstr("process " + std::to_string(first.pid())));
  EXPECT_THAT(second.err, HasSubstr("Please wait until its take has ended"));

  first.kill();
  const CommandOutput third = second_take();
  EXPECT_EQ(third.exit_code, 0) << "the lock goes with its program: " << third.err;
}

TEST_F(TwoPrograms, ReadAndRecoverBesideARunningTake) {
  ChildProgram torn(take_.command(kLong));
  ASSERT_TRUE(wait_for([&] { return progress_of(torn.out()).safe.ns > 0; })) << torn.err();
  torn.kill();
  ChildProgram running(take_.command(kLong));
  ASSERT_TRUE(wait_for([&] { return progress_of(running.out()).safe.ns > 0; })) << running.err();

  const json recovered = answer_of(on_library({"recover", "--json"}))["recovered"];
  EXPECT_EQ(recovered.size(), 1U) << "the torn one; the running one is left alone";
  const json listed = answer_of(on_library({"list", "--json"}))["sessions"];
  ASSERT_EQ(listed.size(), 2U);
  EXPECT_EQ(listed[0]["state"], "recording");
  EXPECT_EQ(listed[1]["state"], "recovered");
  EXPECT_EQ(on_library({"show", listed[1]["id"].get<std::string>()}).exit_code, 0);
  const MediaTime safe = progress_of(running.out()).safe;
  EXPECT_TRUE(wait_for([&] { return progress_of(running.out()).safe > safe; })) << "the take goes on";
}

TEST(WallClock, SetBackDuringATakeChangesNothingAboutIt) {
  const TempFolder folder;
  const SmallTake take(folder.path());
  const fs::path back = folder / "back";
  ChildProgram program(take.command(3), {{"LD_PRELOAD", GLADI_WALL_CLOCK},
                                         {"ASAN_OPTIONS", "verify_asan_link_order=0"},
                                         {"GLADI_CLOCK_BACK", back}});
  ASSERT_TRUE(wait_for([&] { return progress_of(program.out()).elapsed >= MediaTime::from_ms(1000); }));
  std::ofstream(back) << "now";
  ASSERT_EQ(program.wait(), 0) << program.err();
  EXPECT_GE(progress_of(program.out()).elapsed, MediaTime::from_ms(2800));

  const auto library = Library::open(take.library());
  ASSERT_TRUE(library);
  std::vector<Error> problems;
  const std::vector<TakeSummary> takes = (*library)->takes(&problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_EQ(takes.size(), 1U);
  EXPECT_EQ(takes[0].state, SessionState::kReady);
  const json video = stream_of_type(ffprobe_json(takes[0].folder / "take.mp4"), "video");
  EXPECT_NEAR(std::stod(video["duration"].get<std::string>()), 3, 0.25);
  const JournalContent journal = *read_journal(takes[0].folder);
  EXPECT_EQ(journal.unreadable_lines, 0);
  for (size_t i = 1; i < journal.events.size(); ++i)
    EXPECT_LE(journal.events[i - 1].at, journal.events[i].at);
  ASSERT_FALSE(journal.events.empty());
  EXPECT_GE(journal.events.front().at, MediaTime{});
  EXPECT_LE(journal.events.back().at, takes[0].duration + MediaTime::from_ms(500));
}

TEST(WallClock, SetBackBetweenTakesLosesNoneOfThem) {
  const TempFolder folder;
  const SmallTake take(folder.path());
  ASSERT_EQ(run_command(take.command(0.6)).exit_code, 0);
  std::ofstream(folder / "back") << "now";
  ChildProgram later(take.command(0.6), {{"LD_PRELOAD", GLADI_WALL_CLOCK},
                                         {"ASAN_OPTIONS", "verify_asan_link_order=0"},
                                         {"GLADI_CLOCK_BACK", folder / "back"}});
  ASSERT_EQ(later.wait(), 0) << later.err();
  const json sessions = answer_of(gladi({"list", "--json", "--library", take.library()}))["sessions"];
  ASSERT_EQ(sessions.size(), 2U);
  for (const json& session : sessions) EXPECT_EQ(session["state"], "ready");
}

}  // namespace
}  // namespace gladi::test
