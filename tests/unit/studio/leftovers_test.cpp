// What a kill leaves in a library besides recordings, and folders in which something is missing or wrong.
#include "studio/library/leftovers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "encoder/base/platform.h"
#include "studio/library/library.h"
#include "studio/library/library_lock.h"
#include "studio/review/review.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"
#include "studio/text/uuid.h"
#include "tests/support/samples.h"
#include "tests/support/take_maker.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr int64_t kFrames = 60;  // 2 s

class Leftovers : public testing::Test {
 protected:
  Leftovers() { open(); }

  void open() { library_ = std::move(*Library::open(root())); }
  fs::path root() const { return temp_ / "library"; }
  fs::path sessions() const { return root() / "sessions"; }
  // As Rehearsal leaves it until the take begins.
  fs::path prepared() {
    Session session = test::sample_session();
    session.duration = {};
    session.canvas = test::kSmallCanvas;
    session.id = make_uuid();
    session.parts = {{"take.mp4", {}, {}, false, "libx264"}};
    const fs::path folder = *library_->create_session(session);
    EXPECT_TRUE(JournalWriter::open(folder));
    return folder;
  }
  static void begun(const fs::path& folder) {
    auto journal = JournalWriter::open(folder);
    ASSERT_TRUE((*journal)->add({{}, TakeStarted{load_session(folder)->id}}));
    ASSERT_TRUE((*journal)->add({{}, SegmentStarted{0, ""}}));
  }
  static void cut_to(const fs::path& file, uintmax_t bytes) { fs::resize_file(file, bytes); }
  // Only the header: no fragment has been closed.
  static void begin_part(const fs::path& folder) {
    test::RecordingListener listener;
    ASSERT_TRUE(Recorder::create({folder / "take.part.mp4", test::kSmallCanvas, {}, ""}, listener));
  }
  std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }
  std::string told_about(const fs::path& folder) {
    const auto finished = finish_session(folder);
    return finished ? "recovered" : finished.error().english();
  }

  test::TempFolder temp_;
  std::unique_ptr<Library> library_;
};

TEST_F(Leftovers, OfAKillWhileAFolderWasMadeGoAtTheNextStart) {
  for (const char* name : {".new-1", ".gone-2", ".gladi-3"}) {
    fs::create_directories(sessions() / name);
    test::write_text(sessions() / name / "session.json.tmp", "{");
  }
  test::write_text(root() / ".gladi-4", "");
  open();
  EXPECT_THAT(names_in(sessions()), IsEmpty());
  EXPECT_FALSE(fs::exists(root() / ".gladi-4"));
}

TEST_F(Leftovers, StayWhileAnotherProgramPreparesATake) {
  const auto lock = LibraryLock::take(root(), LibraryUse::kTake);
  fs::create_directories(sessions() / ".new-1");
  open();
  EXPECT_THAT(names_in(sessions()), ElementsAre(".new-1"));
}

TEST_F(Leftovers, OfATakeThatNeverBeganGoWithoutAWord) {
  const fs::path bare = prepared();
  const fs::path with_part = prepared();
  begin_part(with_part);
  EXPECT_TRUE(never_began(bare));
  EXPECT_TRUE(never_began(with_part));
  EXPECT_THAT(library_->interrupted(), IsEmpty());
  EXPECT_THAT(names_in(sessions()), IsEmpty());
  std::vector<Error> problems;
  EXPECT_THAT(library_->takes(&problems), IsEmpty());
  EXPECT_THAT(problems, IsEmpty());
}

TEST_F(Leftovers, AreNotTakenForSuchWhenSomebodysWorkIsInThem) {
  const fs::path playable = prepared();
  ASSERT_TRUE(test::record_part(playable / "take.part.mp4", kFrames));
  const fs::path began = prepared();
  begun(began);
  const fs::path torn_journal = prepared();
  test::write_text(torn_journal / "journal.jsonl", "{\"at_ns\":0,\"type\":\"take_st\n");
  const fs::path foreign = prepared();
  test::write_text(foreign / "notes.txt", "mine");
  const fs::path other_state = prepared();
  Session stopped = *load_session(other_state);
  stopped.state = SessionState::kStopped;
  ASSERT_TRUE(save_session(other_state, stopped));
  for (const fs::path& folder : {playable, began, torn_journal, foreign, other_state})
    EXPECT_FALSE(never_began(folder)) << folder;
  library_->interrupted();
  EXPECT_EQ(names_in(sessions()).size(), 5U);
}

TEST_F(Leftovers, AFolderThatIsBeingPreparedElsewhereIsLeftAlone) {
  const fs::path folder = prepared();
  {
    const auto lock = LibraryLock::take(root(), LibraryUse::kTake);
    EXPECT_THAT(library_->interrupted(), IsEmpty());
    EXPECT_THAT(told_about(folder), HasSubstr("still being recorded"));
    EXPECT_TRUE(fs::exists(folder / "session.json"));
  }
  EXPECT_THAT(library_->interrupted(), IsEmpty());
  EXPECT_FALSE(fs::exists(folder));
}

TEST_F(Leftovers, APartWithoutItsJournalIsMadeWholeWithoutChapters) {
  const fs::path folder = prepared();
  ASSERT_TRUE(test::record_part(folder / "take.part.mp4", kFrames));
  fs::remove(folder / "journal.jsonl");
  EXPECT_THAT(library_->interrupted(), ElementsAre(folder));
  const auto finished = finish_session(folder);
  ASSERT_TRUE(finished) << finished.error().english();
  EXPECT_EQ(finished->state, SessionState::kRecovered);
  EXPECT_NEAR(finished->duration.seconds(), 2, 0.06);
  EXPECT_TRUE(fs::exists(folder / "take.mp4"));
  EXPECT_THAT(segments_as_run(read_journal(folder)->events, finished->duration), IsEmpty());
}

TEST_F(Leftovers, AJournalWithoutItsPartIsToldOnceAndKept) {
  const fs::path folder = prepared();
  begun(folder);
  EXPECT_THAT(library_->interrupted(), ElementsAre(folder));
  EXPECT_THAT(told_about(folder), HasSubstr("nothing was recorded"));
  EXPECT_THAT(library_->interrupted(), IsEmpty()) << "it is not tried again";
  EXPECT_EQ(read_journal(folder)->events.size(), 2U);
}

TEST_F(Leftovers, AnEmptyAndATornPartAreTold) {
  for (const uintmax_t bytes : {0, 1, 500}) {
    const fs::path folder = prepared();
    begun(folder);
    ASSERT_TRUE(test::record_part(folder / "take.part.mp4", kFrames));
    cut_to(folder / "take.part.mp4", bytes);
    EXPECT_THAT(told_about(folder), HasSubstr("nothing was recorded")) << bytes;
    EXPECT_EQ(fs::file_size(folder / "take.part.mp4"), bytes);
  }
}

TEST_F(Leftovers, AnEmptySecondPartCostsNotTheFirst) {
  const fs::path folder = prepared();
  begun(folder);
  ASSERT_TRUE(test::record_part(folder / "take.part.mp4", kFrames));
  test::write_text(folder / "take-2.part.mp4", "");
  const auto finished = finish_session(folder);
  ASSERT_TRUE(finished) << finished.error().english();
  EXPECT_NEAR(finished->duration.seconds(), 2, 0.06);
  EXPECT_TRUE(finished->parts.front().finalised);
  EXPECT_TRUE(fs::exists(folder / "take-2.part.mp4"));
  EXPECT_THAT(library_->interrupted(), IsEmpty());
}

TEST_F(Leftovers, AJournalWithATornLastLineLosesThatLineOnly) {
  const fs::path folder = prepared();
  begun(folder);
  test::write_text(folder / "journal.jsonl",
                   test::read_text(folder / "journal.jsonl") + "{\"at_ns\":1500000000,\"type\":\"mark");
  ASSERT_TRUE(test::record_part(folder / "take.part.mp4", kFrames));
  ASSERT_TRUE(finish_session(folder));
  const JournalContent journal = *read_journal(folder);
  ASSERT_EQ(journal.events.size(), 3U);
  EXPECT_TRUE(std::holds_alternative<TakeStarted>(journal.events[0].what));
  EXPECT_TRUE(std::holds_alternative<SegmentStarted>(journal.events[1].what));
  EXPECT_EQ(std::get<TakeEnded>(journal.events[2].what).reason, "recovered");
}

// The clock set back: a second take "begins" in the very second of the first, and a third before it.
TEST_F(Leftovers, TakesOfAClockThatRanBackKeepFoldersOfTheirOwn) {
  const WallTime noon = *parse_iso8601("2026-11-21T05:00:00.000Z");
  std::vector<fs::path> folders;
  for (const WallTime started_at : {noon, noon, noon - std::chrono::hours(5)}) {
    Session session = test::sample_session();
    session.id = {};
    session.started_at = started_at;
    folders.push_back(*library_->create_session(session));
    begun(folders.back());
    ASSERT_TRUE(test::record_part(folders.back() / "take.part.mp4", kFrames));
  }
  EXPECT_EQ(folders[1].string(), folders[0].string() + "-2");
  EXPECT_EQ(library_->interrupted().size(), 3U);
  for (const fs::path& folder : folders) EXPECT_TRUE(finish_session(folder));
  EXPECT_EQ(library_->takes().size(), 3U);
  EXPECT_EQ(library_->takes().back().folder, folders[2]);
}

}  // namespace
}  // namespace gladi
