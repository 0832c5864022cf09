#include <fmt/format.h>

#include <algorithm>

#include "tests/bench/coaching_truth/measured_take.h"
#include "tests/bench/coaching_truth/truth_rows.h"

namespace gladi::test {
namespace {

struct Held {
  int expected = 0, found = 0, wrong = 0;
  double minutes = 0;

  void compare(const SpokenTake& take) {
    const MeasuredTake measured(take.samples);
    minutes += take.seconds() / 60;
    for (const Range& known : take.held) {
      ++expected;
      found += std::any_of(measured.held.begin(), measured.held.end(), [&known](const Range& held) {
        return overlap_s(known, held) >= known.length_s() / 2;
      });
    }
    for (const Range& held : measured.held) {
      wrong += std::none_of(take.held.begin(), take.held.end(), [&held](const Range& known) {
        return overlap_s(known, held) >= 0.3 * held.length_s();
      });
    }
  }
  double recall() const { return expected > 0 ? static_cast<double>(found) / expected : 0; }
  double wrong_a_minute() const { return wrong / minutes; }
};

// The take with the middle of some of its vowels drawn out to eight times its length: 0.06 s become 0.48 s.
SpokenTake stretched(const RecordedTake& recorded, const PraatTake& praat) {
  constexpr double kVowelS = 0.06, kAroundS = 0.25, kLonger = 8, kRateHz = 48'000;
  const std::vector<float>& samples = recorded.take.samples;
  const auto at = [&samples, kRateHz](double seconds) {
    return samples.begin() + std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(seconds * kRateHz), 0,
                                                        static_cast<std::ptrdiff_t>(samples.size()));
  };
  std::vector<double> nuclei = praat.nuclei_s;
  std::sort(nuclei.begin(), nuclei.end());
  SpokenTake take;
  double done_s = 0;
  for (const double nucleus : nuclei) {
    const double from_s = nucleus - kVowelS / 2, to_s = nucleus + kVowelS / 2;
    if (from_s < done_s) continue;
    take.samples.insert(take.samples.end(), at(done_s), at(from_s));
    // sox needs some sound around it; the middle of what comes out is the vowel.
    const std::vector<float> around =
        through_sox({at(nucleus - kAroundS / 2), at(nucleus + kAroundS / 2)}, {"tempo", "-s", "0.125"});
    const auto length = static_cast<std::ptrdiff_t>(kLonger * kVowelS * kRateHz);
    const auto size = static_cast<std::ptrdiff_t>(around.size());
    if (size < length) continue;
    const std::vector<float> longer(around.begin() + (size - length) / 2,
                                    around.begin() + (size + length) / 2);
    const double start_s = take.seconds();
    take.samples.insert(take.samples.end(), longer.begin(), longer.end());
    take.held.push_back({start_s, take.seconds()});
    done_s = to_s;
  }
  take.samples.insert(take.samples.end(), at(done_s), samples.end());
  return take;
}

}  // namespace

void add_held_rows(TruthTable& table, const TruthSounds& sounds, const PraatReference& praat) {
  Held made, recorded, plain;
  for (const SpokenTake& take : sounds.with_held) made.compare(take);
  for (const RecordedTake& take : sounds.recorded) {
    plain.compare(take.take);
    const PraatTake* reference = praat.of(take.name, take.take.samples.size());
    if (reference != nullptr) recorded.compare(stretched(take, *reference));
  }
  for (const SpokenTake& take : sounds.made) plain.compare(take);
  table.add({"held sounds", fmt::format("{} made, 0.35 to 0.6 s", made.expected), "≥ 90 %",
             fmt::format("{:.1f} %", 100 * made.recall()), made.recall() >= 0.9});
  table.add({"held sounds",
             fmt::format("{} recorded vowels, their middles stretched eightfold", recorded.expected),
             "≥ 80 %", fmt::format("{:.1f} %", 100 * recorded.recall()), recorded.recall() >= 0.8});
  table.add({"held sounds", fmt::format("{:.0f} minutes without any", plain.minutes), "≤ 0.3 false a minute",
             fmt::format("{:.2f} a minute", plain.wrong_a_minute()), plain.wrong_a_minute() <= 0.3});
}

}  // namespace gladi::test
