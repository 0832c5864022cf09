#include "encoder/file/scratch_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

TEST(ScratchFileTest, LiesHiddenBesideItsTargetAndGoes) {
  const test::TempFolder temp;
  fs::path path;
  {
    const ScratchFile scratch(temp / "take.mp4", ".tmp");
    path = scratch.path();
    EXPECT_EQ(path, temp / ".take.mp4.tmp");
    std::ofstream(path) << "half";
    EXPECT_TRUE(fs::exists(path));
  }
  EXPECT_FALSE(fs::exists(path));
}

TEST(ScratchFileTest, BeginsWithoutWhatAKilledProgramLeft) {
  const test::TempFolder temp;
  std::ofstream(temp / ".take.mp4.tmp") << "left over";
  const ScratchFile scratch(temp / "take.mp4", ".tmp");
  EXPECT_FALSE(fs::exists(scratch.path()));
}

TEST(ScratchFileTest, ThatGotItsNameStays) {
  const test::TempFolder temp;
  {
    const ScratchFile scratch(temp / "take.mp4", ".tmp");
    std::ofstream(scratch.path()) << "whole";
    fs::rename(scratch.path(), temp / "take.mp4");
  }
  EXPECT_TRUE(fs::exists(temp / "take.mp4"));
}

}  // namespace
}  // namespace gladi
