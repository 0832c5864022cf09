// How fast the sound of a take is scanned, as a multiple of real time; CPU time of one thread.
#include <benchmark/benchmark.h>

#include <array>
#include <filesystem>
#include <vector>

#include "encoder/file/loudness.h"
#include "encoder/playback/waveform.h"
#include "tests/support/command.h"

namespace gladi {
namespace {

constexpr int kSeconds = 600;

// Ten minutes of sound as a take has it; its pictures are of no interest here.
std::filesystem::path sound() {
  const auto file = std::filesystem::temp_directory_path() / "gladi-waveform-bench.mp4";
  if (std::filesystem::exists(file)) return file;
  const auto making = file.string() + ".making.mp4";
  const auto made =
      test::run_command({"ffmpeg", "-v", "error", "-nostdin", "-y", "-f", "lavfi", "-i",
                         "anoisesrc=color=pink:amplitude=0.3:sample_rate=48000,tremolo=f=3:d=0.8", "-t",
                         std::to_string(kSeconds), "-ac", "2", "-c:a", "aac", "-b:a", "128k", making});
  if (made.exit_code != 0) return {};
  std::filesystem::rename(making, file);
  return file;
}

class Nobody final : public SoundListener {
 public:
  Status hear(const SoundStretch& heard) override {
    benchmark::DoNotOptimize(heard.interleaved.data());
    return {};
  }
};

template <class Listener>
void scan(benchmark::State& state, Listener& listener) {
  const auto file = sound();
  const std::array<SoundListener*, 1> listeners{&listener};
  for (auto _ : state) {
    if (!scan_sound({{file, {}}}, listeners)) return state.SkipWithError("the sound can't be read");
  }
  state.counters["times_real_time"] =
      benchmark::Counter(static_cast<double>(state.iterations()) * kSeconds, benchmark::Counter::kIsRate);
}

void scan_for_nobody(benchmark::State& state) {
  Nobody nobody;
  scan(state, nobody);
}
BENCHMARK(scan_for_nobody)->Unit(benchmark::kMillisecond);

void scan_for_waveform(benchmark::State& state) {
  WaveformMaker maker;
  scan(state, maker);
}
BENCHMARK(scan_for_waveform)->Unit(benchmark::kMillisecond);

void scan_for_loudness(benchmark::State& state) {
  auto meter = LoudnessMeter::create();
  if (meter) scan(state, **meter);
}
BENCHMARK(scan_for_loudness)->Unit(benchmark::kMillisecond);

// What a frame of the timeline asks for at the widest: an hour in 400 bars.
void draw_an_hour(benchmark::State& state) {
  const Waveform waveform(
      std::vector<WaveformBin>(3600 * Waveform::kBinsPerSecond, WaveformBin{-900, 900, 300}));
  const MediaTime bar = MediaTime::from_ms(9000);
  for (auto _ : state) {
    for (int i = 0; i < 400; ++i) benchmark::DoNotOptimize(waveform.between(bar * i, bar * (i + 1)));
  }
}
BENCHMARK(draw_an_hour)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace gladi
