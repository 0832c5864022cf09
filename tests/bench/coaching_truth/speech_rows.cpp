#include <fmt/format.h>

#include <cmath>

#include "tests/bench/coaching_truth/measured_take.h"
#include "tests/bench/coaching_truth/truth_rows.h"

namespace gladi::test {
namespace {

struct Found {
  int expected = 0, found = 0, wrong = 0;
  std::vector<double> edges_s;        // of the pauses' ends, how far off
  std::vector<double> speech_errors;  // of each take's speech time, as a share

  double recall() const { return expected > 0 ? static_cast<double>(found) / expected : 0; }
};

Found pauses_of(const std::vector<SpokenTake>& takes, const std::vector<float>& noise, double snr_db) {
  Found all;
  for (SpokenTake take : takes) {
    if (!noise.empty()) mix(take, noise, snr_db);
    const MeasuredTake measured(take.samples);
    const std::vector<Range> pauses = measured.pauses();
    for (const Range& expected : take.pauses()) {
      ++all.expected;
      for (const Range& pause : pauses) {
        if (overlap_s(expected, pause) < expected.length_s() / 2) continue;
        ++all.found;
        all.edges_s.push_back(std::abs(pause.from_s - expected.from_s));
        all.edges_s.push_back(std::abs(pause.to_s - expected.to_s));
        break;
      }
    }
    // A little less than a pause is no pause, but whoever takes it for one isn't wrong.
    const std::vector<Range> silences = take.pauses(0.35);
    for (const Range& pause : pauses) {
      bool silent = false;
      for (const Range& silence : silences)
        silent = silent || overlap_s(silence, pause) > pause.length_s() / 2;
      all.wrong += !silent;
    }
    all.speech_errors.push_back(measured.speech_s() / take.speech_s() - 1);
  }
  return all;
}

}  // namespace

void add_speech_rows(TruthTable& table, const TruthSounds& sounds) {
  const std::vector<float> noise = pink_noise(30), tune = music(40);
  struct Condition {
    std::string name;
    std::vector<float> sound;
    double snr_db;
    double least_recall;
    bool only_recall;
  };
  for (const Condition& condition :
       {Condition{"no noise", {}, 0, 0.98, false}, Condition{"pink noise at 30 dB", noise, 30, 0.98, false},
        Condition{"pink noise at 20 dB", noise, 20, 0.98, false},
        Condition{"music at 20 dB", tune, 20, 0.95, true}}) {
    const Found found = pauses_of(sounds.made, condition.sound, condition.snr_db);
    const double p95_ms = 1000 * percentile(found.edges_s, 0.95);
    const double off = largest(found.speech_errors);
    table.add({"speech and pauses", fmt::format("10 takes, {}", condition.name),
               condition.only_recall
                   ? "recall ≥ 0.95"
                   : "recall ≥ 0.98, ≤ 5 false in 10 takes, edges p95 ≤ 150 ms, speech time ±5 %",
               fmt::format("recall {:.3f} of {}, {} false, p95 {:.0f} ms, speech time {:.1f} % off at most",
                           found.recall(), found.expected, found.wrong, p95_ms, 100 * off),
               found.recall() >= condition.least_recall &&
                   (condition.only_recall || (found.wrong <= 5 && p95_ms <= 150 && off <= 0.05))});
  }
}

}  // namespace gladi::test
