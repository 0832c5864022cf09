#include "ui/app/library_claim.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "studio/library/library.h"
#include "tests/support/mounted_disk.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
using testing::HasSubstr;

MediaTime second(int number) {
  return MediaTime::from_ms(1000 * number);
}

TEST(LibraryClaimTest, FollowsTheWindowThatHadItAndSaysSo) {
  const test::TempFolder folder;
  auto first = std::make_optional<LibraryClaim>(folder.path());
  EXPECT_TRUE(first->held());
  LibraryClaim second_window(folder.path());
  EXPECT_FALSE(second_window.held());
  ASSERT_TRUE(second_window.kept_away());
  EXPECT_THAT(second_window.kept_away()->english(), HasSubstr("open already"));
  EXPECT_FALSE(second_window.tick(second(1)));
  first.reset();
  const auto news = second_window.tick(second(2));
  ASSERT_TRUE(news);
  EXPECT_THAT(news->english(), HasSubstr("other window has been closed"));
  EXPECT_TRUE(second_window.held());
  EXPECT_FALSE(second_window.kept_away());
  EXPECT_FALSE(second_window.tick(second(3))) << "said once";
}

TEST(LibraryClaimTest, OnAReadOnlyDiskWaitsUntilItCanBeWritten) {
  test::MountedDisk disk("tmpfs", 1);
  if (!disk.mounted()) GTEST_SKIP() << "no tmpfs can be mounted here";
  ASSERT_TRUE(Library::open(disk.path()));
  if (!disk.forbid_writing()) GTEST_SKIP() << "no disk can be made read-only here";
  LibraryClaim claim(disk.path());
  EXPECT_FALSE(claim.held());
  ASSERT_TRUE(claim.kept_away());
  EXPECT_THAT(claim.kept_away()->english(), HasSubstr("is read-only, perhaps because it is damaged"));
  EXPECT_FALSE(claim.tick(second(1)));
  ASSERT_TRUE(disk.allow_writing());
  const auto news = claim.tick(second(2));
  ASSERT_TRUE(news);
  EXPECT_THAT(news->english(), HasSubstr("can be written again"));
  EXPECT_TRUE(claim.held());
}

}  // namespace
}  // namespace gladi
