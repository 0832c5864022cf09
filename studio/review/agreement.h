// How far two reviewers agree about the same takes.
#pragma once

#include <optional>
#include <vector>

namespace gladi {

// What two reviewers gave the same criterion of the same take: levels from 1.
struct ScorePair {
  int first = 1;
  int second = 1;
};

struct Agreement {
  // Fewer pairs, and chance alone moves kappa by more than it says.
  static constexpr size_t kFewestPairsForKappa = 20;

  size_t pairs = 0;
  double exact = 0;       // share of pairs, 0 to 1
  double within_one = 0;  // the exact ones among them
  // Cohen's kappa with quadratic weights (J. Cohen, "Weighted kappa", Psychological Bulletin 70, 1968): 1 is
  // full agreement, 0 what chance gives. Nothing with too few pairs, or where both gave all the same level.
  std::optional<double> weighted_kappa;
};

// `levels`: how many there are; pairs outside 1…levels are passed over.
Agreement agreement_of(const std::vector<ScorePair>& pairs, int levels);

}  // namespace gladi
