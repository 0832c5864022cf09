#include "studio/library/library_lock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
using testing::HasSubstr;

class LibraryLockTest : public testing::Test {
 protected:
  test::TempFolder folder_;
};

TEST_F(LibraryLockTest, IsHeldByOneAtATime) {
  {
    const auto first = LibraryLock::take(folder_.path(), LibraryUse::kTake);
    ASSERT_TRUE(first) << first.error().english();
    const auto second = LibraryLock::try_take(folder_.path(), LibraryUse::kTake);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::kBusy);
    EXPECT_TRUE(take_is_running(folder_.path()));
  }
  EXPECT_FALSE(take_is_running(folder_.path()));
  EXPECT_TRUE(LibraryLock::try_take(folder_.path(), LibraryUse::kTake));
}

TEST_F(LibraryLockTest, OfAWindowAndOfATakeAreTwo) {
  const auto window = LibraryLock::take(folder_.path(), LibraryUse::kStudio);
  ASSERT_TRUE(window);
  EXPECT_FALSE(take_is_running(folder_.path()));
  EXPECT_TRUE(LibraryLock::take(folder_.path(), LibraryUse::kTake));
}

TEST_F(LibraryLockTest, SaysWhoHoldsItAndSinceWhen) {
  const auto before = format_time_of_day(std::chrono::system_clock::now());
  const auto first = LibraryLock::take(folder_.path(), LibraryUse::kTake);
  const auto after = format_time_of_day(std::chrono::system_clock::now());
  const auto second = LibraryLock::try_take(folder_.path(), LibraryUse::kTake);
  ASSERT_FALSE(second);
  EXPECT_THAT(second.error().english(), HasSubstr(std::to_string(getpid())));
  EXPECT_THAT(second.error().english(), testing::AnyOf(HasSubstr(before), HasSubstr(after)));
  EXPECT_THAT(second.error().english(), HasSubstr(folder_.path().string()));
}

TEST_F(LibraryLockTest, IsReadableWhoeverHadItBefore) {
  for (const size_t before : {1, 60, 200}) {
    test::write_text(folder_ / "take.lock", std::string(before, 'x'));
    const auto first = LibraryLock::take(folder_.path(), LibraryUse::kTake);
    ASSERT_TRUE(first) << first.error().english();
    const auto second = LibraryLock::try_take(folder_.path(), LibraryUse::kTake);
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().english(), HasSubstr("process " + std::to_string(getpid()))) << before;
    EXPECT_GE(test::read_text(folder_ / "take.lock").size(), before) << "its room is never given back";
  }
}

TEST_F(LibraryLockTest, IsSaidPlainlyWhenItsWordsAreLost) {
  const auto first = LibraryLock::take(folder_.path(), LibraryUse::kStudio);
  for (const char* words : {"", "{ torn", "[]"}) {
    test::write_text(folder_ / "studio.lock", words);
    const auto second = LibraryLock::try_take(folder_.path(), LibraryUse::kStudio);
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().english(), HasSubstr("open already"));
  }
}

TEST_F(LibraryLockTest, GoesWithItsProgramHoweverThatEnds) {
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const auto lock = LibraryLock::take(folder_.path(), LibraryUse::kTake);
    const char held = lock ? 'y' : 'n';
    if (write(ready[1], &held, 1) != 1) _exit(1);
    for (;;) pause();
  }
  char held = 'n';
  ASSERT_EQ(read(ready[0], &held, 1), 1);
  EXPECT_EQ(held, 'y');
  const auto while_it_runs = LibraryLock::try_take(folder_.path(), LibraryUse::kTake);
  ASSERT_FALSE(while_it_runs);
  EXPECT_THAT(while_it_runs.error().english(), HasSubstr(std::to_string(child)));
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  EXPECT_TRUE(LibraryLock::take(folder_.path(), LibraryUse::kTake));
  close(ready[0]);
  close(ready[1]);
}

TEST_F(LibraryLockTest, InAFolderThatIsNotThereIsAnError) {
  EXPECT_FALSE(LibraryLock::take(folder_ / "gone", LibraryUse::kTake));
  EXPECT_FALSE(take_is_running(folder_ / "gone"));
}

}  // namespace
}  // namespace gladi
