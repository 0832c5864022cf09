// The program's commands on a disk that has become read-only.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/gladi_program.h"
#include "tests/support/mounted_disk.h"
#include "tests/support/samples.h"
#include "tests/support/take_maker.h"

namespace gladi::test {
namespace {
namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* kSentence = "is read-only, perhaps because it is damaged";

TEST(ReadOnlyLibraryProgram, ListsShowsAndRecoversOnceTheDiskCanBeWritten) {
  MountedDisk disk("tmpfs", 40);
  if (!disk.mounted()) GTEST_SKIP() << "no tmpfs can be mounted here";
  const std::string library = disk.path() / "Gladi";
  ASSERT_EQ(gladi({"list", "--library", library}).exit_code, 0);  // makes it
  Session cut = sample_session();
  cut.state = SessionState::kRecording;
  cut.duration = {};
  cut.canvas = kSmallCanvas;
  cut.parts = {{"take.mp4", {}, {}, false, "libx264"}};
  const fs::path folder = write_sample_session(disk.path() / "Gladi/sessions", "cut", cut);
  ASSERT_TRUE(record_part(folder / "take.part.mp4", 60));
  write_text(folder / "journal.jsonl",
             "{\"at_ns\":0,\"session_id\":\"" + cut.id + "\",\"type\":\"take_started\"}\n");
  if (!disk.forbid_writing()) GTEST_SKIP() << "no disk can be made read-only here";

  const CommandOutput listed = gladi({"list", "--json", "--library", library});
  EXPECT_THAT(listed.err, HasSubstr(kSentence));
  EXPECT_EQ(answer_of(listed)["sessions"].size(), 1u);
  EXPECT_EQ(gladi({"show", "cut", "--library", library}).exit_code, 0);

  const CommandOutput refused = gladi({"recover", "--library", library});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, HasSubstr(kSentence));
  const CommandOutput recorded = gladi({"record", "--library", library, "--person", "Siti", "--camera",
                                        "test", "--mic", "test", "--seconds", "1"});
  EXPECT_EQ(recorded.exit_code, 1);
  EXPECT_THAT(recorded.err, HasSubstr(kSentence));

  ASSERT_TRUE(disk.allow_writing());
  const CommandOutput recovered = gladi({"recover", "--json", "--library", library});
  EXPECT_EQ(answer_of(recovered)["recovered"].size(), 1u) << recovered.err;
  EXPECT_TRUE(fs::exists(folder / "take.mp4"));
}

}  // namespace
}  // namespace gladi::test
