// gladi doctor --clap: what it measures of a film that claps, and whole takes that are put right by it.
#include <gtest/gtest.h>

#include "tests/support/flash_beep.h"
#include "tests/support/gladi_program.h"
#include "tests/support/media_files.h"
#include "tests/support/temp_folder.h"

namespace gladi::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// A room in which the sound is stamped 90 ms late: five flashes at all phases of a picture, each with a beep.
TEST(Claps, TellHowLateTheSoundIsAndTakesArePutRight) {
  const TempFolder folder;
  const fs::path room = folder / "room.mkv";
  make_media(room, {"-f", "lavfi", "-i",
                    "color=c=black:s=320x180:r=30,drawbox=c=white:t=fill:enable='lt(mod(t,1.107),0.4)',"
                    "format=yuvj420p",
                    "-f", "lavfi", "-i",
                    "aevalsrc='0.5*sin(2*PI*1000*t)*gte(t,0.09)*lt(mod(t-0.09,1.107),0.05)':s=48000", "-c:v",
                    "mjpeg", "-c:a", "pcm_s16le", "-t", "11.07"});
  // What was measured is kept among the person's settings: not among those of whoever runs the tests.
  const auto in_this_home = [&folder](const std::vector<std::string>& arguments) {
    std::vector<std::string> command{"env", "XDG_CONFIG_HOME=" + (folder / "config").string(),
                                     gladi_program()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    command.insert(command.end(), {"--lang", "en"});
    return run_command(command);
  };
  const std::string source = "file:" + room.string();
  const std::vector<std::string> sources{"--camera", source, "--mic", source, "--canvas", "320x568@30"};
  const auto with_sources = [&sources](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), sources.begin(), sources.end());
    return arguments;
  };
  const auto heard_late_ms = [&](const char* library) {
    const CommandOutput recorded = in_this_home(with_sources(
        {"record", "--person", "Siti", "--seconds", "6", "--library", (folder / library).string()}));
    EXPECT_EQ(recorded.exit_code, 0) << recorded.err;
    const FlashesAndBeeps found = find_flashes_and_beeps(fs::path(last_line(recorded.out)) / "take.mp4", 120);
    EXPECT_EQ(found.problem, "");
    // Sound and picture of a take end together, also where one is shifted against the other.
    EXPECT_NEAR(static_cast<double>(found.audio_samples) / 48'000,
                static_cast<double>(found.video_frames) / 30, 0.05);
    return median(sound_minus_picture_ms(found));
  };
  EXPECT_NEAR(heard_late_ms("before"), 90 - 17, 15) << "a flash is seen half a picture late in the mean";

  const json sync =
      answer_of(in_this_home(with_sources({"doctor", "--json", "--clap", "--seconds", "1"})))["sync"];
  EXPECT_EQ(sync["verdict"], "good") << sync.dump();
  EXPECT_GE(sync["claps"].get<int>(), 3);
  EXPECT_NEAR(sync["offset_ns"].get<double>() / 1e6, 90, 15);

  EXPECT_NEAR(heard_late_ms("after"), -17, 20);
  const json known = answer_of(in_this_home(with_sources({"doctor", "--json", "--seconds", "1"})))["sync"];
  EXPECT_EQ(known["offset_ns"], sync["offset_ns"]);
  EXPECT_TRUE(known["claps"].is_null()) << "nobody has clapped now";
}

TEST(Claps, NeedACameraAndAMicrophone) {
  const TempFolder folder;
  const json sync = answer_of(run_command({"env", "XDG_CONFIG_HOME=" + (folder / "config").string(),
                                           gladi_program(), "doctor", "--json", "--clap", "--camera", "none",
                                           "--mic", "test", "--seconds", "1", "--lang", "en"}))["sync"];
  EXPECT_EQ(sync["verdict"], "attention");
  EXPECT_TRUE(sync["offset_ns"].is_null());
  EXPECT_FALSE(fs::exists(folder / "config/gladi/sync.json"));
}

}  // namespace
}  // namespace gladi::test
