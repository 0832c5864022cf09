// How values of several people spread: for a class, of which nobody is named or ranked.
#pragma once

#include <optional>
#include <vector>

namespace gladi {

struct Spread {
  // Of fewer one could tell who is meant, and quartiles say little.
  static constexpr size_t kFewest = 4;

  double lower = 0;  // a quarter of the values lie below
  double median = 0;
  double upper = 0;  // a quarter lie above
  size_t count = 0;
};

// Quartiles by linear interpolation between values (R. Hyndman, Y. Fan, "Sample Quantiles in Statistical
// Packages", 1996, definition 7). Nothing for fewer than Spread::kFewest.
std::optional<Spread> spread_of(std::vector<double> values);

// `people`: for each person the values of her takes by time. Gives the spread of all first takes, of all
// second ones, and so on; as many as anybody has takes.
std::vector<std::optional<Spread>> spread_by_take(
    const std::vector<std::vector<std::optional<double>>>& people);

}  // namespace gladi
