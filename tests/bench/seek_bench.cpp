// How long the player needs from a wish to the right picture, in a take of an hour. Times are wall time.
// tests/bench/seek_cost.py measures the same from a click in the window, and mpv beside it.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "encoder/base/clock.h"
#include "encoder/playback/player.h"
#include "tests/support/command.h"

namespace gladi {
namespace {

constexpr int kEncodedSeconds = 180;
constexpr int kRounds = 20;
constexpr int kSeconds = kRounds * kEncodedSeconds;

std::filesystem::path in_temp(const std::string& name) {
  return std::filesystem::temp_directory_path() / name;
}

// Three minutes as a take is encoded; made once a machine, because it takes half a minute.
std::filesystem::path three_minutes() {
  const std::filesystem::path file = in_temp("gladi-seek-bench-3.mp4");
  if (std::filesystem::exists(file)) return file;
  const std::filesystem::path making = file.string() + ".making.mp4";
  const std::string length = std::to_string(kEncodedSeconds);
  const auto made = test::run_command(
      {"ffmpeg",
       "-v",
       "error",
       "-nostdin",
       "-y",
       "-f",
       "lavfi",
       "-i",
       "testsrc2=size=720x1280:rate=30:duration=" + length + ",noise=alls=12:allf=t,format=yuv420p",
       "-f",
       "lavfi",
       "-i",
       "sine=frequency=440:sample_rate=48000:duration=" + length,
       "-c:v",
       "libx264",
       "-preset",
       "superfast",
       "-crf",
       "23",
       "-maxrate",
       "3M",
       "-bufsize",
       "6M",
       "-g",
       "15",
       "-bf",
       "0",
       "-c:a",
       "aac",
       making.string()});
  if (made.exit_code != 0) return {};
  std::filesystem::rename(making, file);
  return file;
}

// An hour: the same again and again, not encoded again.
std::filesystem::path take(bool finished) {
  const std::filesystem::path file =
      in_temp(finished ? "gladi-seek-bench-60.mp4" : "gladi-seek-bench-60.part.mp4");
  if (std::filesystem::exists(file)) return file;
  const std::filesystem::path making = file.string() + ".making.mp4";
  const auto made = test::run_command(
      {"ffmpeg", "-v", "error", "-nostdin", "-y", "-stream_loop", std::to_string(kRounds - 1), "-i",
       three_minutes().string(), "-c", "copy", "-movflags",
       finished ? "+faststart" : "+frag_keyframe+empty_moov+delay_moov+default_base_moof", making.string()});
  if (made.exit_code != 0) return {};
  std::filesystem::rename(making, file);
  return file;
}

// The picture for the last wish is there. Looked for each 0.1 ms: the figure is that much too large at most.
void wait_for_picture(const Player& player) {
  while (player.state().seeking) std::this_thread::sleep_for(std::chrono::microseconds(100));
}

void report(benchmark::State& state, std::vector<double> times_ms) {
  if (times_ms.empty()) return;
  std::sort(times_ms.begin(), times_ms.end());
  state.counters["p50_ms"] = times_ms[times_ms.size() / 2];
  state.counters["p95_ms"] = times_ms[times_ms.size() * 95 / 100];
  state.counters["max_ms"] = times_ms.back();
}

// Runs `wish` again and again, each time until its picture is shown.
template <class Wish>
void measure(benchmark::State& state, bool finished, Wish&& wish) {
  MonotonicClock clock;
  auto player = Player::open({{take(finished), {}}}, clock);
  if (!player) {
    state.SkipWithError(player.error().english().c_str());
    return;
  }
  std::vector<double> times_ms;
  for (auto _ : state) {
    const auto begin = std::chrono::steady_clock::now();
    wish(**player);
    wait_for_picture(**player);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    state.SetIterationTime(took.count());
    times_ms.push_back(took.count() * 1000);
  }
  report(state, std::move(times_ms));
}

void seek_anywhere(benchmark::State& state) {
  std::mt19937 random(1);
  measure(state, state.range(0) != 0, [&](Player& player) {
    player.seek(MediaTime::from_ms(static_cast<int64_t>(random() % (kSeconds * 1000))));
  });
}
BENCHMARK(seek_anywhere)
    ->ArgName("finished")
    ->Arg(1)
    ->Arg(0)
    ->Iterations(300)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

// As when the playhead is dragged: a little further each time.
void seek_a_little_further(benchmark::State& state) {
  int64_t ms = 0;
  measure(state, true, [&](Player& player) {
    ms = (ms + 170) % (kSeconds * 1000);
    player.seek(MediaTime::from_ms(ms));
  });
}
BENCHMARK(seek_a_little_further)->Iterations(300)->UseManualTime()->Unit(benchmark::kMillisecond);

void step_back(benchmark::State& state) {
  bool first = true;
  measure(state, true, [&](Player& player) {
    if (std::exchange(first, false)) {
      player.seek(MediaTime::from_ms(100'000));
      wait_for_picture(player);
    }
    player.step(-1);
  });
}
BENCHMARK(step_back)->Iterations(300)->UseManualTime()->Unit(benchmark::kMillisecond);

void open_and_show(benchmark::State& state) {
  const auto file = take(state.range(0) != 0);
  MonotonicClock clock;
  std::vector<double> times_ms;
  for (auto _ : state) {
    const auto begin = std::chrono::steady_clock::now();
    auto player = Player::open({{file, {}}}, clock);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    if (!player || !(*player)->picture().get()) {
      state.SkipWithError("the take can't be opened");
      return;
    }
    state.SetIterationTime(took.count());
    times_ms.push_back(took.count() * 1000);
  }
  report(state, std::move(times_ms));
}
BENCHMARK(open_and_show)
    ->ArgName("finished")
    ->Arg(1)
    ->Arg(0)
    ->Iterations(30)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace gladi
