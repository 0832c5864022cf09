// A library on a disk that has become read-only, as Linux does with a FAT stick that it finds damaged.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "encoder/base/platform.h"
#include "encoder/file/finalise.h"
#include "studio/library/library.h"
#include "studio/library/library_lock.h"
#include "studio/review/review.h"
#include "studio/session/session_file.h"
#include "studio/text/uuid.h"
#include "tests/support/mounted_disk.h"
#include "tests/support/samples.h"
#include "tests/support/take_maker.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ReadOnlyLibrary : public testing::Test {
 protected:
  // With one take that is ready, and one that a power cut has ended.
  void SetUp() override {
    if (!disk_.mounted()) GTEST_SKIP() << "no tmpfs can be mounted here";
    auto library = Library::open(root_);
    ASSERT_TRUE(library) << library.error().english();
    ASSERT_TRUE((*library)->people().add("Siti", {}));
    ready_ = test::write_sample_session(root_ / "sessions", "ready", test::sample_session());
    Session cut = test::sample_session();
    cut.id.clear();
    cut.canvas = test::kSmallCanvas;
    cut.parts = {{"take.mp4", {}, {}, false, "libx264"}};
    const auto folder = (*library)->create_session(cut);
    ASSERT_TRUE(folder) << folder.error().english();
    cut_ = *folder;
    ASSERT_TRUE(test::record_part(cut_ / "take.part.mp4", 60));
  }

  void become_read_only() {
    if (!disk_.forbid_writing()) GTEST_SKIP() << "no disk can be made read-only here";
    part_before_ = test::read_text(cut_ / "take.part.mp4");
    ASSERT_TRUE(platform::is_on_read_only_disk(root_));
  }

  test::MountedDisk disk_{"tmpfs", 40};
  const fs::path root_ = disk_.path() / "Gladi";
  fs::path ready_, cut_;
  std::string part_before_;
};

TEST_F(ReadOnlyLibrary, OpensAndSaysInOneSentenceWhatToDo) {
  EXPECT_TRUE(check_writable(root_));
  ASSERT_NO_FATAL_FAILURE(become_read_only());
  if (IsSkipped()) return;
  const auto opened = Library::open(root_);
  ASSERT_TRUE(opened) << opened.error().english();
  std::vector<Error> problems;
  EXPECT_EQ((*opened)->takes(&problems).size(), 2u);
  EXPECT_THAT(problems, IsEmpty());
  EXPECT_EQ((*opened)->people().list().size(), 1u);
  EXPECT_EQ((*opened)->find("ready")->folder, ready_);
  EXPECT_TRUE(playable_duration(cut_ / "take.part.mp4")) << "what was recorded can be watched";

  const Status writable = check_writable(root_);
  ASSERT_FALSE(writable);
  EXPECT_EQ(writable.error().kind, ErrorKind::kRefused);
  EXPECT_EQ(writable.error().message.english(),
            "The disk of " + root_.string() +
                " is read-only, perhaps because it is damaged. Please have it "
                "checked, or choose another folder.");
}

TEST_F(ReadOnlyLibrary, RefusesEachChangeWithASentence) {
  ASSERT_NO_FATAL_FAILURE(become_read_only());
  if (IsSkipped()) return;
  auto library = Library::open(root_);
  ASSERT_TRUE(library);
  const auto expect_refused = [](const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::kRefused) << error.english();
    EXPECT_THAT(error.message.english(), HasSubstr("its disk is read-only")) << error.english();
  };
  Session session = test::sample_session();
  session.id.clear();
  const auto created = (*library)->create_session(session);
  ASSERT_FALSE(created);
  expect_refused(created.error());
  const auto added = (*library)->people().add("Wati", {});
  ASSERT_FALSE(added);
  expect_refused(added.error());
  const auto comment = add_comment(ready_, make_uuid(), "Pak Budi", {}, "Bagus");
  ASSERT_FALSE(comment);
  expect_refused(comment.error());
  const auto lock = LibraryLock::try_take(root_, LibraryUse::kTake);
  ASSERT_FALSE(lock);
  expect_refused(lock.error());
}

TEST_F(ReadOnlyLibrary, KeepsAnInterruptedTakeUntilTheDiskCanBeWritten) {
  ASSERT_NO_FATAL_FAILURE(become_read_only());
  if (IsSkipped()) return;
  auto library = Library::open(root_);
  ASSERT_TRUE(library);
  EXPECT_THAT((*library)->interrupted(), ElementsAre(cut_));
  const auto refused = finish_session(cut_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kRefused) << refused.error().english();
  EXPECT_EQ(test::read_text(cut_ / "take.part.mp4"), part_before_);
  EXPECT_EQ(load_session(cut_)->state, SessionState::kRecording);

  ASSERT_TRUE(disk_.allow_writing());
  EXPECT_TRUE(check_writable(root_));
  EXPECT_THAT((*library)->interrupted(), ElementsAre(cut_));
  const auto finished = finish_session(cut_);
  ASSERT_TRUE(finished) << finished.error().english();
  EXPECT_EQ(finished->state, SessionState::kRecovered);
  EXPECT_GE(finished->duration, MediaTime::from_ms(1900));
  (*library)->refresh(cut_);
  EXPECT_THAT((*library)->interrupted(), IsEmpty());
}

TEST(ReadOnlyDisk, WithoutALibraryHasNothingToOpen) {
  test::MountedDisk disk("tmpfs", 1);
  if (!disk.mounted() || !disk.forbid_writing()) GTEST_SKIP() << "no disk can be made read-only here";
  const auto opened = Library::open(disk.path() / "Gladi");
  ASSERT_FALSE(opened);
  EXPECT_EQ(
      opened.error().message.english(),
      "Recordings can't be kept in " + (disk.path() / "Gladi").string() + ". Please choose another folder.");
}

}  // namespace
}  // namespace gladi
