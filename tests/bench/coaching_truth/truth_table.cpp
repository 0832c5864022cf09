#include "tests/bench/coaching_truth/truth_table.h"

#include <fmt/format.h>

#include <algorithm>

namespace gladi::test {

bool TruthTable::all_reached() const {
  return std::all_of(rows_.begin(), rows_.end(), [](const TruthRow& row) { return row.ok; });
}

std::string TruthTable::markdown() const {
  std::string text = "| analyser | measured on | bar | reached | |\n| --- | --- | --- | --- | --- |\n";
  for (const TruthRow& row : rows_) {
    text += fmt::format("| {} | {} | {} | {} | {} |\n", row.analyser, row.what, row.bar, row.reached,
                        row.ok ? "yes" : "**no**");
  }
  return text;
}

}  // namespace gladi::test
