// What looking at the camera's pictures costs beside a take: CPU time of the sampler's own thread.
#include <benchmark/benchmark.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "studio/coaching/picture_sampler.h"
#include "tests/support/camera_scene.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr int kWidth = 1280, kHeight = 720;

std::unique_ptr<PictureAnalyser> analyser() {
  auto finder = FaceFinder::open(fs::path(GLADI_SOURCE_DIR) / "assets/models/blazeface-256.onnx");
  return std::make_unique<PictureAnalyser>(finder ? std::move(*finder) : nullptr);
}

test::CameraScene person() {
  test::CameraScene scene(kWidth, kHeight, 3);
  scene.paste(test::portrait(), test::kHeadLeft, test::kHeadTop, test::kHeadSide, 480, 80, 420);
  return scene;
}

// User and system time of the thread with this name, in seconds.
double cpu_seconds_of(const std::string& thread) {
  for (const auto& task : fs::directory_iterator("/proc/self/task")) {
    std::string name;
    std::getline(std::ifstream(task.path() / "comm"), name);
    if (name != thread) continue;
    std::string stat;
    std::getline(std::ifstream(task.path() / "stat"), stat);
    std::istringstream fields(stat.substr(stat.rfind(')') + 2));
    std::string skipped;
    for (int field = 3; field < 14; ++field) fields >> skipped;
    double user = 0, system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
  }
  return 0;
}

void look_at_a_picture(benchmark::State& state) {
  const auto with = analyser();
  const Picture picture = person().picture(), before = person().shifted(2, 0).picture();
  for (auto _ : state) benchmark::DoNotOptimize(with->look(picture, &before).faces);
}
BENCHMARK(look_at_a_picture)->Unit(benchmark::kMillisecond);

// A camera of 30 pictures a second for half a minute.
void sample_a_camera(benchmark::State& state) {
  constexpr double kSeconds = 30;
  MonotonicClock clock;
  FrameSelector frames;
  const auto one = std::make_shared<Picture>(person().picture()),
             other = std::make_shared<Picture>(person().shifted(2, 0).picture());
  for (auto _ : state) {
    PictureSampler sampler(frames, clock, analyser());
    size_t looks = 0;
    double cpu = 0;
    const MediaTime start = clock.now();
    for (int n = 0; clock.now() - start < MediaTime::from_seconds(kSeconds); ++n) {
      auto picture = std::make_shared<Picture>(n % 2 == 0 ? *one : *other);
      picture->stamp = clock.now();
      frames.put(std::move(picture));
      clock.sleep_until(start + MediaTime::from_count(n + 1, 30));
      looks += sampler.take().size();
      cpu = cpu_seconds_of("sampler");
    }
    state.counters["percent_of_a_core"] = 100 * cpu / kSeconds;
    state.counters["looks_a_second"] = static_cast<double>(looks) / kSeconds;
  }
}
BENCHMARK(sample_a_camera)->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace gladi
