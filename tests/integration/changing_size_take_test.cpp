// A take whose camera changes its size in the middle, as a webcam that is opened again or a phone that is
// turned does.
#include <gtest/gtest.h>

#include <array>
#include <sstream>

#include "studio/catalogue/catalogue_file.h"
#include "studio/rehearsal/rehearsal.h"
#include "studio/session/session_file.h"
#include "tests/support/command.h"
#include "tests/support/fake_devices.h"
#include "tests/support/temp_folder.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;

struct Shape {
  int width_px, height_px, luma;
};
// Larger, smaller, on end, odd, and back: each with a brightness of its own.
constexpr std::array<Shape, 5> kShapes = {
    {{640, 360, 60}, {1280, 720, 180}, {240, 320, 90}, {641, 361, 210}, {640, 360, 120}}};

// The mean brightness of each frame of the file's upper left, where no overlay lies, as the ffmpeg program
// decodes it.
std::vector<double> brightness(const fs::path& file) {
  const auto decoded = test::run_command(
      {"ffmpeg", "-v", "error", "-nostdin", "-i", file.string(), "-map", "0:v:0", "-fps_mode", "passthrough",
       "-vf", "crop=40:40:0:250,signalstats,metadata=print:key=lavfi.signalstats.YAVG:file=-", "-f", "null",
       "-"});
  EXPECT_EQ(decoded.exit_code, 0);
  EXPECT_EQ(decoded.err, "");
  std::vector<double> lumas;
  std::istringstream lines(decoded.out);
  const std::string key = "lavfi.signalstats.YAVG=";
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(key)) lumas.push_back(std::stod(line.substr(key.size())));
  }
  return lumas;
}

TEST(ChangingSizeTake, IsOneWholeFileOfTheCanvasSizeThatShowsEachPicture) {
  const test::TempFolder folder;
  auto library = Library::open(folder / "library");
  ASSERT_TRUE(library) << library.error().english();
  auto loaded = load_catalogue(fs::path(GLADI_SOURCE_DIR) / "assets/catalogues/batik-ecoprint");
  ASSERT_TRUE(loaded) << loaded.error().english();
  TakePlan plan;
  plan.catalogue = loaded->catalogue;
  plan.rundown = loaded->rundown;
  plan.person = *(*library)->people().add("Siti Aminah", {});

  MonotonicClock clock;
  const auto devices = std::make_shared<test::FakeDevices>();
  SourceOptions options;
  options.camera = *parse_camera_spec("v4l2:fake");
  options.microphone = *parse_microphone_spec("test");
  options.canvas = *parse_canvas("320x568@30");
  options.devices = devices;
  const auto stage = Stage::open(options, clock);
  ASSERT_FALSE(stage->sources().camera_problem());
  devices->camera().frame(kShapes[0].width_px, kShapes[0].height_px, kShapes[0].luma);
  auto rehearsal = Rehearsal::prepare(plan, *stage, **library, clock);
  ASSERT_TRUE(rehearsal) << rehearsal.error().english();
  (*rehearsal)->begin();
  for (const Shape& shape : kShapes) {
    const auto own = [&] {
      (*rehearsal)->tick();
      return (*rehearsal)->state().frames - (*rehearsal)->state().lost_frames;
    };
    const int64_t before = own();
    ASSERT_TRUE(test::wait_for([&] {
      devices->camera().frame(shape.width_px, shape.height_px, shape.luma);
      clock.sleep_until(clock.now() + MediaTime::from_ms(20));
      return own() >= before + 20;
    }));
  }
  const auto stopped = (*rehearsal)->stop();
  ASSERT_TRUE(stopped) << stopped.error().english();

  const auto session = load_session(*stopped);
  ASSERT_TRUE(session);
  ASSERT_EQ(session->parts.size(), 1U);
  const fs::path file = *stopped / part_file_name(session->parts.front().file);
  const auto video = test::stream_of_type(test::ffprobe_json(file, {"-count_frames"}), "video");
  EXPECT_EQ(video["width"], 320);
  EXPECT_EQ(video["height"], 568);
  EXPECT_EQ(video["r_frame_rate"], "30/1");
  EXPECT_EQ(std::stoll(video["nb_read_frames"].get<std::string>()), session->counters.frames);

  // Each picture in its turn, and nothing else in between but a frame of passage at most.
  const std::vector<double> lumas = brightness(file);
  size_t at = 0;
  for (const Shape& shape : kShapes) {
    int shown = 0;
    while (at < lumas.size() && std::abs(lumas[at] - shape.luma) > 6) ++at;
    while (at < lumas.size() && std::abs(lumas[at] - shape.luma) <= 6) ++at, ++shown;
    EXPECT_GE(shown, 5) << shape.width_px << "x" << shape.height_px;
  }
  EXPECT_EQ(at, lumas.size());
}

}  // namespace
}  // namespace gladi
