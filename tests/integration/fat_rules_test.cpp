// What a power cut may do to a FAT stick: the order in which the program takes names and room away, watched
// by a library that is preloaded into it (tests/fat_rules). The same with a real FAT:
// tests/rig/power-cuts.sh.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/child_program.h"
#include "tests/support/gladi_program.h"
#include "tests/support/killed_take.h"
#include "tests/support/samples.h"
#include "tests/support/wait.h"

namespace gladi::test {
namespace {
namespace fs = std::filesystem;
using testing::HasSubstr;

class FatRules : public testing::Test {
 protected:
  std::map<std::string, std::string> watched() const {
    return {{"LD_PRELOAD", GLADI_FAT_RULES},
            {"ASAN_OPTIONS", "verify_asan_link_order=0"},  // the sanitizer would refuse to come second
            {"GLADI_FAT_BELOW", folder_.path()},
            {"GLADI_FAT_FAULTS", faults_ / "faults"}};
  }
  void run(const std::vector<std::string>& command) {
    ChildProgram program(command, watched());
    EXPECT_EQ(program.wait(), 0) << program.err();
  }
  // Since the last call.
  std::string faults() {
    if (!fs::exists(faults_ / "faults")) return {};
    const std::string lines = read_text(faults_ / "faults");
    fs::remove(faults_ / "faults");
    return lines;
  }

  TempFolder folder_;
  TempFolder faults_;
};

TEST_F(FatRules, AreBrokenByProgramsThatDoNotCare) {
  const std::string file = folder_ / "file";
  write_text(file, "some words");
  run({"truncate", "-s", "0", file});
  EXPECT_THAT(faults(), HasSubstr("cut to nothing"));
  write_text(file, "some words");
  run({"rm", file});
  EXPECT_THAT(faults(), HasSubstr("room is given back before the name is off the disk"));
  write_text(file, "some words");
  write_text(folder_ / "other", "other words");
  run({"python3", "-c", "import os, sys; os.rename(sys.argv[1], sys.argv[2])", folder_ / "other", file});
  EXPECT_THAT(faults(), HasSubstr("room is given back before the name is off the disk"));
  run({"python3", "-c", "import os, sys; f = open(sys.argv[1]); os.unlink(sys.argv[1]); os.close(f.fileno())",
       file});
  EXPECT_THAT(faults(), HasSubstr("room is given back before the folder is synced"));
}

TEST_F(FatRules, AreKeptByTwoTakesInOneLibrary) {
  const SmallTake take(folder_.path());
  run(take.command(1));
  EXPECT_EQ(faults(), "");
  run(take.command(0.5));  // takes the locks again, and what the first one has left
  EXPECT_EQ(faults(), "");
}

TEST_F(FatRules, AreKeptByTheRecoveryOfATakeThatWasCutOff) {
  const SmallTake take(folder_.path());
  {
    ChildProgram program(take.command(20), watched());
    ASSERT_TRUE(wait_for([&] { return progress_of(program.out()).safe >= MediaTime::from_ms(1000); }));
    program.kill();
  }
  EXPECT_EQ(faults(), "");
  const fs::path session = *fs::directory_iterator(take.library() / "sessions");
  write_text(session / ".take.mp4.tmp", "of a recovery that was cut off as well");
  write_text(session / "session.json.tmp", "{ torn");
  fs::create_directories(take.library() / "sessions/.gone-before/cache");
  write_text(take.library() / "sessions/.gone-before/cache/file", "of a folder that was being taken away");
  run({gladi_program(), "recover", "--library", take.library()});
  EXPECT_EQ(faults(), "");
  EXPECT_FALSE(fs::exists(take.library() / "sessions/.gone-before"));
  EXPECT_TRUE(fs::exists(session / "take.mp4"));
  EXPECT_FALSE(fs::exists(session / "take.part.mp4"));
}

}  // namespace
}  // namespace gladi::test
