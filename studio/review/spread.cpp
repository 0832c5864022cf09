#include "studio/review/spread.h"

#include <algorithm>
#include <cmath>

namespace gladi {
namespace {

// `sorted` isn't empty.
double quantile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<size_t>(place);
  const size_t above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], place - static_cast<double>(below));
}

}  // namespace

std::optional<Spread> spread_of(std::vector<double> values) {
  if (values.size() < Spread::kFewest) return {};
  std::sort(values.begin(), values.end());
  return Spread{quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75), values.size()};
}

std::vector<std::optional<Spread>> spread_by_take(
    const std::vector<std::vector<std::optional<double>>>& people) {
  size_t most = 0;
  for (const auto& takes : people) most = std::max(most, takes.size());
  std::vector<std::optional<Spread>> spreads;
  for (size_t take = 0; take < most; ++take) {
    std::vector<double> values;
    for (const auto& takes : people) {
      if (take < takes.size() && takes[take]) values.push_back(*takes[take]);
    }
    spreads.push_back(spread_of(std::move(values)));
  }
  return spreads;
}

}  // namespace gladi
