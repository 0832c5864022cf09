// take_cost [--canvas 720x1280@30] [--seconds N] [--rounds N]
// What `gladi record` costs (CPU user + system of the whole program), against an ffmpeg command line that
// does the same job with the same encoder settings, and against the limit: the steps nobody can avoid, each
// alone. All in one run, in turns, medians of the rounds: figures on a shared machine only mean something
// beside each other.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cost_limit.h"

namespace {

using namespace gladi;
namespace fs = std::filesystem;

// Runs a program and returns its user + system seconds; a negative number when it failed.
double cpu_seconds_of(const std::vector<std::string>& command) {
  const pid_t child = fork();
  if (child == 0) {
    std::vector<char*> arguments;
    for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    if (!freopen("/dev/null", "w", stdout)) _exit(127);
    execvp(arguments.front(), arguments.data());
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return -1;
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// How many frames of the only take in `library` show what the one before showed: a repeated frame costs less,
// and figures with many of them flatter.
int repeated_frames(const fs::path& library) {
  int repeated = 0;
  for (const auto& session : fs::directory_iterator(library / "sessions")) {
    std::ifstream file(session.path() / "session.json");
    const auto counters = nlohmann::json::parse(file).at("counters");
    for (const char* cause : {"repeated_camera", "repeated_encoder", "repeated_late", "repeated_overload"})
      repeated += counters.at(cause).get<int>();
  }
  return repeated;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

std::vector<std::string> ffmpeg_command(const fs::path& inputs, const fs::path& out, const Canvas& canvas,
                                        const EncoderSettings& settings, int seconds) {
  const double shape = static_cast<double>(canvas.width_px) / canvas.height_px;
  const int crop_width = std::min(1280, static_cast<int>(720 * shape) / 2 * 2);
  const int crop_height = std::min(720, static_cast<int>(1280 / shape) / 2 * 2);
  const std::string graph = fmt::format(
      "[0:v]crop={}:{},scale={}:{}:flags=bilinear:out_range=tv,format=yuv420p[b];"
      "[1:v]scale={}:{},format=yuva420p[c];[b][c]overlay=eof_action=repeat,"
      "drawtext=fontfile=/usr/share/fonts/opentype/inter/"
      "Inter-Bold.otf:text='%{{pts\\:gmtime\\:0\\:%M\\\\\\:%S}}':"
      "fontsize=36:fontcolor=white:x=w-150:y=40[v]",
      crop_width, crop_height, canvas.width_px, canvas.height_px, canvas.width_px, canvas.height_px);
  return {"ffmpeg",
          "-hide_banner",
          "-nostdin",
          "-v",
          "error",
          "-y",
          "-re",
          "-stream_loop",
          "-1",
          "-i",
          inputs / "camera.mkv",
          "-i",
          inputs / "card.png",
          "-filter_complex",
          graph,
          "-map",
          "[v]",
          "-map",
          "0:a",
          "-r",
          std::to_string(canvas.fps_num),
          "-t",
          std::to_string(seconds),
          "-c:v",
          "libx264",
          "-preset",
          settings.preset,
          "-bf",
          "0",
          "-crf",
          std::to_string(settings.crf),
          "-maxrate",
          std::to_string(settings.max_bitrate_bps),
          "-bufsize",
          std::to_string(settings.max_bitrate_bps),
          "-g",
          std::to_string(settings.keyframe_interval.to_count(canvas.fps_num, canvas.fps_den)),
          "-c:a",
          "aac",
          "-b:a",
          std::to_string(settings.audio_bitrate_bps),
          "-movflags",
          "frag_keyframe+empty_moov+default_base_moof",
          out};
}

}  // namespace

int main(int argc, char** argv) {
  std::string canvas_text = "720x1280@30";
  int seconds = 40;
  int rounds = 3;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string option = argv[i];
    if (option == "--canvas") canvas_text = argv[i + 1];
    if (option == "--seconds") seconds = std::atoi(argv[i + 1]);
    if (option == "--rounds") rounds = std::atoi(argv[i + 1]);
  }
  const auto canvas = parse_canvas(canvas_text);
  if (!canvas || seconds < 1 || rounds < 1)
    return fmt::print(stderr, "take_cost: see the first lines of its source\n"), 2;

  const fs::path inputs = fs::path(GLADI_BINARY_DIR) / "bench-inputs";
  const fs::path work = fs::temp_directory_path() / fmt::format("gladi-take-cost-{}", getpid());
  fs::create_directories(work);
  if (cpu_seconds_of({fs::path(GLADI_SOURCE_DIR) / "tests/bench/take_cost/make-camera.sh", inputs}) < 0)
    return 1;
  // The product card is on from the first frame to the last, as in ffmpeg's picture.
  const fs::path rundown = work / "rundown.toml";
  std::ofstream(rundown)
      << "name = \"Bench\"\n[[segment]]\nkind = \"product\"\nproduct = \"kain-jati\"\nminutes = 60\n";
  const std::string camera = "file:" + (inputs / "camera.mkv").string();
  const EncoderSettings settings = default_encoder_settings(*canvas);
  // Without what an earlier start has measured here: all three record with these settings.
  setenv("XDG_CACHE_HOME", (work / "cache").c_str(), 1);

  std::vector<double> gladi_cost, ffmpeg_cost, limit_cost;
  bench::CostLimit steps;
  int busy = 0;
  while (static_cast<int>(gladi_cost.size()) < rounds) {
    fs::remove_all(work / "library");
    const auto limit = bench::measure_limit(inputs / "camera.mkv", *canvas, settings, 10);
    if (!limit) return fmt::print(stderr, "{}\n", limit.error().english()), 1;
    steps = *limit;
    limit_cost.push_back(limit->total());
    const double recorded =
        cpu_seconds_of({fs::path(GLADI_BINARY_DIR) / "gladi", "record", "--person", "Bench", "--camera",
                        camera, "--mic", camera, "--canvas", canvas_text, "--seconds",
                        std::to_string(seconds), "--rundown", rundown, "--library", work / "library"});
    const double by_ffmpeg =
        cpu_seconds_of(ffmpeg_command(inputs, work / "ffmpeg.mp4", *canvas, settings, seconds));
    if (recorded < 0 || by_ffmpeg < 0)
      return fmt::print(stderr, "a program failed (gladi {}, ffmpeg {})\n", recorded, by_ffmpeg), 1;
    const int repeated = repeated_frames(work / "library");
    if (repeated * 100 > seconds * canvas->fps_num / canvas->fps_den) {
      fmt::print(stderr, "a round is left out: the machine was too busy ({} frames repeated)\n", repeated);
      if (++busy > rounds) return fmt::print(stderr, "no figures: the machine is too busy\n"), 1;
      continue;
    }
    gladi_cost.push_back(recorded / seconds);
    ffmpeg_cost.push_back(by_ffmpeg / seconds);
  }
  fs::remove_all(work);

  const double mine = median(gladi_cost), theirs = median(ffmpeg_cost), least = median(limit_cost);
  fmt::print("CPU seconds a recorded second at {} ({} rounds of {} s, medians)\n", canvas_text, rounds,
             seconds);
  fmt::print(
      "  gladi record          {:.3f}\n  ffmpeg, the whole job {:.3f}\n  the limit             {:.3f}\n",
      mine, theirs, least);
  fmt::print("    of it: MJPEG {:.3f}, crop and scale {:.3f}, x264 {:.3f}, AAC {:.3f} (last round)\n",
             steps.decode, steps.scale, steps.video, steps.sound);
  fmt::print("gladi / ffmpeg    {:.2f}  (goal at most 0.90)\n", mine / theirs);
  fmt::print("gladi / the limit {:.2f}  (goal at most 1.10)\n", mine / least);
  return 0;
}
