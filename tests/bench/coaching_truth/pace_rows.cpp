#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "tests/bench/coaching_truth/measured_take.h"
#include "tests/bench/coaching_truth/truth_rows.h"

namespace gladi::test {
namespace {

double off(int counted, int known) {
  return std::abs(static_cast<double>(counted) / known - 1);
}

void add_tempo_row(TruthTable& table, const TruthSounds& sounds, const char* tempo, double low, double high) {
  std::vector<double> ratios;
  for (const RecordedTake& recorded : sounds.recorded) {
    const MeasuredTake before(recorded.take.samples);
    const MeasuredTake after(through_sox(recorded.take.samples, {"tempo", "-s", tempo}));
    ratios.push_back((after.syllables / after.speech_s()) / (before.syllables / before.speech_s()));
  }
  const auto [least, most] = std::minmax_element(ratios.begin(), ratios.end());
  table.add({"pace", fmt::format("recorded takes at {} of their tempo", tempo),
             fmt::format("{:.2f} to {:.2f}", low, high),
             fmt::format("{:.2f} to {:.2f}, mean {:.2f}", *least, *most, mean(ratios)),
             *least >= low && *most <= high});
}

}  // namespace

void add_pace_rows(TruthTable& table, const TruthSounds& sounds, const PraatReference& praat) {
  std::vector<double> errors, rates, known_rates;
  for (const SpokenTake& take : sounds.made) {
    const MeasuredTake measured(take.samples);
    errors.push_back(off(measured.syllables, take.syllables));
    rates.push_back(measured.syllables / measured.speech_s());
    known_rates.push_back(take.syllables / take.speech_s());
  }
  const double r = correlation(rates, known_rates);
  table.add(
      {"pace", fmt::format("{} made takes of known syllables", sounds.made.size()),
       "take error mean ≤ 5 %, max ≤ 10 %, r ≥ 0.97",
       fmt::format("mean {:.1f} %, max {:.1f} %, r {:.3f}", 100 * mean(errors), 100 * largest(errors), r),
       mean(errors) <= 0.05 && largest(errors) <= 0.10 && r >= 0.97});

  std::vector<double> recorded_errors, praats;
  for (const RecordedTake& recorded : sounds.recorded) {
    recorded_errors.push_back(off(MeasuredTake(recorded.take.samples).syllables, recorded.take.syllables));
    const PraatTake* reference = praat.of(recorded.name, recorded.take.samples.size());
    if (reference != nullptr) praats.push_back(off(reference->syllables, recorded.take.syllables));
  }
  const bool compared = !praats.empty() && praats.size() == recorded_errors.size();
  table.add({"pace", fmt::format("{} recorded takes of prompts", recorded_errors.size()),
             "take error mean ≤ 14 %, no worse than Praat's script",
             fmt::format("mean {:.1f} %, max {:.1f} %; Praat mean {:.1f} %", 100 * mean(recorded_errors),
                         100 * largest(recorded_errors), 100 * mean(praats)),
             compared && mean(recorded_errors) <= 0.14 && mean(recorded_errors) <= mean(praats)});
  add_tempo_row(table, sounds, "0.75", 0.70, 0.86);
  add_tempo_row(table, sounds, "1.25", 1.10, 1.30);
}

}  // namespace gladi::test
