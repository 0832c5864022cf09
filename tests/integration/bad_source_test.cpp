// Whole takes from files as phones, cameras and converters leave them: the take is whole all the same.
#include <gtest/gtest.h>

#include <utility>

#include "studio/catalogue/catalogue_file.h"
#include "studio/rehearsal/rehearsal.h"
#include "studio/session/session_file.h"
#include "tests/support/command.h"
#include "tests/support/media_files.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;

struct Bad {
  const char* name;
  std::vector<std::string> arguments;
  bool has_sound;
  bool turned = false;  // as a phone held upright tags it
};

void PrintTo(const Bad& bad, std::ostream* out) {
  *out << bad.name;
}

class BadSource : public testing::TestWithParam<Bad> {};

TEST_P(BadSource, GivesAWholeTake) {
  const test::TempFolder folder;
  fs::path file = folder / "source.mkv";
  test::make_media(file, GetParam().arguments);
  if (GetParam().turned) {
    const fs::path flat = std::exchange(file, folder / "turned.mp4");
    test::make_media(file, {"-i", flat.string(), "-c", "copy", "-metadata:s:v", "rotate=90"});
  }
  auto library = Library::open(folder / "library");
  ASSERT_TRUE(library) << library.error().english();
  auto loaded = load_catalogue(fs::path(GLADI_SOURCE_DIR) / "assets/catalogues/batik-ecoprint");
  ASSERT_TRUE(loaded) << loaded.error().english();
  TakePlan plan;
  plan.catalogue = loaded->catalogue;
  plan.rundown = loaded->rundown;
  plan.person = *(*library)->people().add("Siti Aminah", {});

  MonotonicClock clock;
  SourceOptions options;
  options.camera = *parse_camera_spec("file:" + file.string());
  options.microphone = *parse_microphone_spec("file:" + file.string());
  options.canvas = *parse_canvas("320x568@30");
  const auto stage = Stage::open(options, clock);
  EXPECT_FALSE(stage->sources().camera_problem());
  EXPECT_EQ(stage->sources().microphone_problem().has_value(), !GetParam().has_sound);
  auto rehearsal = Rehearsal::prepare(plan, *stage, **library, clock);
  ASSERT_TRUE(rehearsal) << rehearsal.error().english();
  (*rehearsal)->begin();
  for (const MediaTime end = clock.now() + MediaTime::from_ms(2500); clock.now() < end;) {
    (*rehearsal)->tick();
    clock.sleep_until(clock.now() + MediaTime::from_ms(50));
  }
  EXPECT_FALSE((*rehearsal)->state().problem);
  EXPECT_FALSE((*rehearsal)->state().devices.camera.lost);
  const auto stopped = (*rehearsal)->stop();
  ASSERT_TRUE(stopped) << stopped.error().english();

  const auto session = load_session(*stopped);
  ASSERT_TRUE(session);
  const fs::path part = *stopped / part_file_name(session->parts.front().file);
  const auto probed = test::ffprobe_json(part, {"-count_packets"});
  const auto video = test::stream_of_type(probed, "video");
  EXPECT_EQ(video["width"], 320);
  EXPECT_EQ(video["height"], 568);
  EXPECT_EQ(video["r_frame_rate"], "30/1");
  EXPECT_EQ(std::stoll(video["nb_read_packets"].get<std::string>()), session->counters.frames);
  EXPECT_NEAR(session->duration.seconds() * 30, static_cast<double>(session->counters.frames), 1);
  const auto sound = test::stream_of_type(probed, "audio");
  EXPECT_EQ(sound["channels"], 2);
  const auto level = test::run_command({"ffmpeg", "-v", "info", "-nostats", "-nostdin", "-i", part.string(),
                                        "-map", "0:a:0", "-af", "volumedetect", "-f", "null", "-"});
  EXPECT_EQ(level.exit_code, 0);
  const bool silent = level.err.find("max_volume: -91.0 dB") != std::string::npos;
  EXPECT_EQ(silent, !GetParam().has_sound) << level.err;
}

const char* const kTone = "sine=r=44100:d=6";

INSTANTIATE_TEST_SUITE_P(
    Files, BadSource,
    testing::Values(
        // Every fifth frame is missing, and some frames come 20 ms late.
        Bad{"VariableRate",
            {"-f",        "lavfi",
             "-i",        "testsrc2=s=320x180:r=30:d=6",
             "-f",        "lavfi",
             "-i",        kTone,
             "-vf",       "select='mod(n,5)',setpts='PTS+if(mod(floor(N/7),2),0.02/TB,0)'",
             "-fps_mode", "vfr",
             "-c:v",      "libx264",
             "-preset",   "ultrafast",
             "-pix_fmt",  "yuv420p",
             "-c:a",      "aac"},
            true},
        Bad{"OddSize",
            {"-f", "lavfi", "-i", "testsrc2=s=321x181:r=25:d=6", "-f", "lavfi", "-i", kTone, "-c:v", "ffv1",
             "-c:a", "pcm_s16le"},
            true},
        Bad{"Rotated",
            {"-f", "lavfi", "-i", "testsrc2=s=320x180:r=30:d=6", "-f", "lavfi", "-i", kTone, "-c:v", "mpeg4",
             "-c:a", "aac"},
            true,
            true},
        Bad{"NoSound", {"-f", "lavfi", "-i", "testsrc2=s=320x180:r=30:d=6", "-c:v", "mpeg4"}, false},
        Bad{"Surround",
            {"-f", "lavfi", "-i", "testsrc2=s=320x180:r=30:d=6", "-f", "lavfi", "-i",
             "aevalsrc='0|0|0.4*sin(2*PI*440*t)|0|0|0':c=5.1:s=48000:d=6", "-c:v", "mpeg4", "-c:a", "ac3"},
            true}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace gladi
