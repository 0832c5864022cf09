#include "studio/review/agreement.h"

#include <cstdlib>

namespace gladi {

Agreement agreement_of(const std::vector<ScorePair>& pairs, int levels) {
  Agreement agreement;
  if (levels < 2) return agreement;
  const auto size = static_cast<size_t>(levels);
  std::vector<double> first(size, 0), second(size, 0);  // how often each level was given
  double observed = 0;                                  // squared distances
  size_t exact = 0, within_one = 0;
  for (const ScorePair& pair : pairs) {
    if (pair.first < 1 || pair.first > levels || pair.second < 1 || pair.second > levels) continue;
    const int apart = std::abs(pair.first - pair.second);
    ++agreement.pairs;
    exact += apart == 0;
    within_one += apart <= 1;
    observed += apart * apart;
    ++first[static_cast<size_t>(pair.first - 1)];
    ++second[static_cast<size_t>(pair.second - 1)];
  }
  if (agreement.pairs == 0) return agreement;
  const auto count = static_cast<double>(agreement.pairs);
  agreement.exact = static_cast<double>(exact) / count;
  agreement.within_one = static_cast<double>(within_one) / count;
  if (agreement.pairs < Agreement::kFewestPairsForKappa) return agreement;
  double by_chance = 0;
  for (size_t i = 0; i < size; ++i) {
    for (size_t j = 0; j < size; ++j) {
      const double apart = static_cast<double>(i) - static_cast<double>(j);
      by_chance += apart * apart * first[i] * second[j] / count;
    }
  }
  if (by_chance > 0) agreement.weighted_kappa = 1 - observed / by_chance;
  return agreement;
}

}  // namespace gladi
