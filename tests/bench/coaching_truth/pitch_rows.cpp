#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "studio/coaching/pitch_spread.h"
#include "tests/bench/coaching_truth/measured_take.h"
#include "tests/bench/coaching_truth/truth_rows.h"

namespace gladi::test {
namespace {

constexpr double kGross = 0.2;  // a pitch that is off by more is a wrong one

struct Comparison {
  std::vector<double> disagreement, gross, difference_st, spread_difference_st;
};

double semitones(double hz) {
  return 12 * std::log2(hz);
}

void compare(const std::vector<float>& samples, const PraatTake* reference, Comparison& all) {
  if (reference == nullptr || reference->hz.empty()) return;
  const MeasuredTake measured(samples);
  double frames = 0, different = 0, both = 0, wrong = 0, off = 0;
  PitchSpread spread, their_spread;
  for (size_t i = 0; i < reference->hz.size(); ++i) {
    const double at = (reference->first_s + static_cast<double>(i) / 100) * 100;
    const auto frame = static_cast<size_t>(std::lround(at));
    if (frame >= measured.hz.size()) break;
    const double theirs = reference->hz[i], ours = measured.hz[frame];
    ++frames;
    different += (theirs > 0) != (ours > 0);
    if (ours > 0) spread.add(static_cast<float>(ours));
    if (theirs > 0) their_spread.add(static_cast<float>(theirs));
    if (theirs <= 0 || ours <= 0) continue;
    ++both;
    if (std::abs(ours / theirs - 1) > kGross) {
      ++wrong;
    } else {
      off += std::abs(semitones(ours) - semitones(theirs));
    }
  }
  all.disagreement.push_back(different / frames);
  all.gross.push_back(wrong / both);
  all.difference_st.push_back(off / (both - wrong));
  all.spread_difference_st.push_back(spread.semitones().value_or(0) - their_spread.semitones().value_or(0));
}

void add_row(TruthTable& table, const std::string& what, const Comparison& all) {
  table.add(
      {"liveliness", fmt::format("{} {} against Praat", all.gross.size(), what),
       "voicing ≤ 3 %, gross errors ≤ 0.5 %, mean ≤ 0.15 st, SD ≤ 0.15 st",
       fmt::format("voicing {:.1f} % ({:.1f} at worst), gross {:.2f} %, mean {:.2f} st, SD {:.2f} st ({:.2f} "
                   "at worst)",
                   100 * mean(all.disagreement), 100 * largest(all.disagreement), 100 * mean(all.gross),
                   mean(all.difference_st), std::abs(mean(all.spread_difference_st)),
                   largest(all.spread_difference_st)),
       !all.gross.empty() && mean(all.disagreement) <= 0.03 && mean(all.gross) <= 0.005 &&
           mean(all.difference_st) <= 0.15 && largest(all.spread_difference_st) <= 0.15});
}

}  // namespace

void add_pitch_rows(TruthTable& table, const TruthSounds& sounds, const PraatReference& praat) {
  Comparison made, recorded;
  for (size_t i = 0; i < sounds.made.size(); ++i) {
    const std::vector<float>& samples = sounds.made[i].samples;
    compare(samples, praat.of(sounds.name_of_made(i), samples.size()), made);
  }
  for (const RecordedTake& take : sounds.recorded)
    compare(take.take.samples, praat.of(take.name, take.take.samples.size()), recorded);
  add_row(table, "made takes", made);
  add_row(table, "recorded takes", recorded);
}

}  // namespace gladi::test
