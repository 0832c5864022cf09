// How fast the analysers of speech are, as a multiple of real time; CPU time of one thread.
#include <benchmark/benchmark.h>

#include <span>
#include <vector>

#include "studio/coaching/sound_measurer.h"
#include "studio/coaching/voice_analyser.h"
#include "tests/support/speech_corpus.h"

namespace gladi {
namespace {

// A minute of speech in a noisy room.
const std::vector<float>& speech() {
  static const std::vector<float> samples = [] {
    test::SpokenTake take = test::short_take(test::CorpusPart::kJudging, 60);
    test::mix(take, test::pink_noise(20), 25);
    return take.samples;
  }();
  return samples;
}

void times_real_time(benchmark::State& state, size_t samples) {
  const double seconds = static_cast<double>(samples) / SoundFormat::kSampleRateHz;
  state.counters["times_real_time"] =
      benchmark::Counter(static_cast<double>(state.iterations()) * seconds, benchmark::Counter::kIsRate);
}

// Level, spectrum, pitch, speech.
void analyse_a_voice(benchmark::State& state) {
  const std::span<const float> samples = speech();
  constexpr size_t kBlock = 480;
  for (auto _ : state) {
    VoiceAnalyser analyser([](const SettledFrame& frame) { benchmark::DoNotOptimize(frame.hz); });
    for (size_t at = 0; at + kBlock <= samples.size(); at += kBlock) analyser.push(samples.subspan(at, kBlock));
    analyser.finish();
  }
  times_real_time(state, samples.size());
}
BENCHMARK(analyse_a_voice)->Unit(benchmark::kMillisecond);

// All that stands in metrics.json, loudness and true peak included.
void measure_a_take(benchmark::State& state) {
  std::vector<float> stereo;
  for (const float sample : speech()) stereo.insert(stereo.end(), {sample, sample});
  constexpr size_t kBlock = 2 * 4'800;
  for (auto _ : state) {
    auto measurer = SoundMeasurer::create();
    if (!measurer) return state.SkipWithError("no measurer");
    int64_t frame = 0;
    for (size_t at = 0; at + kBlock <= stereo.size(); at += kBlock) {
      if (!(*measurer)->hear({frame, std::span<const float>(stereo).subspan(at, kBlock)})) return;
      frame += kBlock / 2;
    }
    benchmark::DoNotOptimize((*measurer)->finish().syllables);
  }
  times_real_time(state, speech().size());
}
BENCHMARK(measure_a_take)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace gladi
