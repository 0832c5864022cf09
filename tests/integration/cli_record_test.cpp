// The command line as a shell sees it: the real program, its exit codes, what it prints and the files it
// leaves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <regex>

#include "tests/support/gladi_program.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::string> record_command(const fs::path& library, std::vector<std::string> more) {
  std::vector<std::string> arguments = {"record", "--library", library, "--person", "Bu Sari"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

void write_file(const fs::path& path, const std::string& text) {
  std::ofstream(path) << text;
}

TEST(Record, TakesPictureAndSoundOfAFile) {
  const TempFolder folder;
  const fs::path film = folder / "camera film.mkv";
  ASSERT_EQ(
      run_command({"ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=640x360:r=25", "-f", "lavfi",
                   "-i", "sine=440:r=44100", "-t", "2", "-c:v", "mjpeg", "-c:a", "pcm_s16le", film})
          .exit_code,
      0);
  const std::string source = "file:" + film.string();
  const CommandOutput output =
      gladi(record_command(folder / "library", {"--camera", source, "--mic", source, "--seconds", "3",
                                                "--canvas", "1280x720@25", "--catalogue", "jamu-camilan"}));
  ASSERT_EQ(output.exit_code, 0) << output.err;
  const json probed = ffprobe_json(fs::path(last_line(output.out)) / "take.mp4");
  const json video = stream_of_type(probed, "video");
  EXPECT_EQ(video["width"], 1280);
  EXPECT_EQ(video["avg_frame_rate"], "25/1");
  EXPECT_NEAR(std::stod(probed["format"]["duration"].get<std::string>()), 3.0, 0.25) << "the film is looped";
}

TEST(Record, TheSameSeedBringsTheSameAudience) {
  const TempFolder folder;
  const auto chats = [&](const std::string& seed) {
    const CommandOutput output =
        gladi(record_command(folder / "library", {"--camera", "test", "--mic", "test", "--seconds", "12",
                                                  "--audience", "difficult", "--seed", seed}));
    EXPECT_EQ(output.exit_code, 0) << output.err;
    std::ifstream journal(fs::path(last_line(output.out)) / "journal.jsonl");
    std::vector<std::string> shown;
    for (std::string line; std::getline(journal, line);) {
      const json event = json::parse(line);
      if (event["type"] == "chat_shown" || event["type"] == "audience_sampled") shown.push_back(line);
    }
    return shown;
  };
  const std::vector<std::string> seven = chats("7");
  EXPECT_GE(seven.size(), 3U);
  EXPECT_EQ(chats("7"), seven);
  EXPECT_NE(chats("8"), seven);
}

TEST(Record, FindsACatalogueOfTheLibraryByItsNameBeforeADemo) {
  const TempFolder folder;
  const fs::path shelf = folder / "library/catalogues";
  fs::create_directories(shelf);
  write_sample_catalogue(shelf);
  fs::rename(shelf / "contoh", shelf / "jamu-camilan");
  const auto recorded = [&](const std::string& catalogue) {
    return gladi(record_command(folder / "library", {"--camera", "test", "--mic", "none", "--seconds", "1",
                                                     "--catalogue", catalogue}));
  };
  const CommandOutput own = recorded("jamu-camilan");
  ASSERT_EQ(own.exit_code, 0) << own.err;
  std::ifstream session(fs::path(last_line(own.out)) / "session.json");
  EXPECT_EQ(json::parse(session)["catalogue"]["name"]["indonesian"], "Contoh");
  EXPECT_EQ(recorded("batik-ecoprint").exit_code, 0) << "a demo";
  for (const char* wrong : {"tidak-ada", "../catalogues/jamu-camilan"}) {
    const CommandOutput none = recorded(wrong);
    EXPECT_EQ(none.exit_code, 1) << wrong;
    EXPECT_THAT(none.err, HasSubstr(wrong));
  }
}

// The first second of a sound server's device is silence that nobody spoke into.
TEST(Record, BeginsOnceTheMicrophoneGivesSound) {
  if (std::getenv("GLADI_TEST_SINK") == nullptr) GTEST_SKIP() << "run by tests/support/with-sound.sh";
  const TempFolder folder;
  const CommandOutput output =
      gladi(record_command(folder / "library", {"--camera", "test", "--seconds", "2"}));
  ASSERT_EQ(output.exit_code, 0) << output.err;
  std::ifstream journal(fs::path(last_line(output.out)) / "journal.jsonl");
  for (std::string line; std::getline(journal, line);) {
    const json event = json::parse(line);
    const bool at_the_beginning = event["type"] == "gap" && event["at_ns"].get<int64_t>() < 100'000'000;
    EXPECT_FALSE(at_the_beginning && event["track"] == "microphone") << line;
  }
}

TEST(Record, EndsCleanlyOnASignal) {
  const TempFolder folder;
  std::vector<std::string> command =
      record_command(folder / "library", {"--camera", "test", "--mic", "test"});
  command.insert(command.begin(), {"timeout", "--preserve-status", "-s", "INT", "6", gladi_program()});
  const CommandOutput output = run_command(command);
  EXPECT_EQ(output.exit_code, 0) << output.err;
  EXPECT_TRUE(fs::exists(fs::path(last_line(output.out)) / "take.mp4")) << output.out;
}

TEST(Record, LosesLittleWhenItIsKilled) {
  const TempFolder folder;
  std::vector<std::string> command =
      record_command(folder / "library", {"--camera", "test", "--mic", "test"});
  command.insert(command.begin(), {"timeout", "-s", "KILL", "6", gladi_program()});
  EXPECT_EQ(run_command(command).exit_code, 128 + 9);

  const json recovered =
      answer_of(gladi({"recover", "--json", "--library", folder / "library"}))["recovered"];
  ASSERT_EQ(recovered.size(), 1U);
  EXPECT_GE(recovered[0]["duration_s"].get<double>(), 0.5);
  const fs::path session = recovered[0]["folder"].get<std::string>();
  EXPECT_TRUE(stream_of_type(ffprobe_json(session / "take.mp4"), "video").is_object());
  EXPECT_EQ(answer_of(gladi({"list", "--json", "--library", folder / "library"}))["sessions"][0]["state"],
            "recovered");
}

TEST(Record, UsesTheSamePersonAgain) {
  const TempFolder folder;
  for (const char* name : {"Bu Sari", "bu sari"}) {
    const CommandOutput output = gladi({"record", "--library", folder / "library", "--person", name,
                                        "--camera", "none", "--mic", "none", "--seconds", "1"});
    EXPECT_EQ(output.exit_code, 0) << output.err;
  }
  const json sessions = answer_of(gladi({"list", "--json", "--library", folder / "library"}))["sessions"];
  ASSERT_EQ(sessions.size(), 2U);
  EXPECT_EQ(sessions[0]["person_id"], sessions[1]["person_id"]);
}

TEST(Record, FailsWithASentenceWhenTheNamedCameraIsNotThere) {
  const TempFolder folder;
  const CommandOutput output = gladi(record_command(
      folder / "library", {"--camera", "v4l2:/dev/video99", "--mic", "test", "--seconds", "1"}));
  EXPECT_EQ(output.exit_code, 1);
  EXPECT_EQ(output.out, "");
  EXPECT_THAT(output.err, HasSubstr("/dev/video99"));
  EXPECT_TRUE(answer_of(gladi({"list", "--json", "--library", folder / "library"}))["sessions"].empty());
}

TEST(Record, FailsWithASentenceWhenAFileIsNoMedia) {
  const TempFolder folder;
  write_file(folder / "film.mp4", "this is no film");
  const CommandOutput output = gladi(record_command(
      folder / "library", {"--camera", "file:" + (folder / "film.mp4").string(), "--mic", "none"}));
  EXPECT_EQ(output.exit_code, 1);
  EXPECT_THAT(output.err, HasSubstr("film.mp4"));
}

TEST(Record, FailsWithASentenceWhenTheLibraryCanNotBeWritten) {
  const TempFolder folder;
  write_file(folder / "in-the-way", "a file where a folder should be");
  const CommandOutput output = gladi(record_command(folder / "in-the-way" / "library",
                                                    {"--camera", "test", "--mic", "test", "--seconds", "1"}));
  EXPECT_EQ(output.exit_code, 1);
  EXPECT_EQ(output.out, "");
  EXPECT_THAT(output.err, HasSubstr("in-the-way"));
}

}  // namespace
}  // namespace gladi::test
