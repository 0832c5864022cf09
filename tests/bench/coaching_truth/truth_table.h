// The table of what the analysers of speech must reach, and what they reach.
#pragma once

#include <string>
#include <vector>

namespace gladi::test {

struct TruthRow {
  std::string analyser;
  std::string what;     // measured on which sounds
  std::string bar;      // that is asked
  std::string reached;  // figures
  bool ok = false;
};

class TruthTable {
 public:
  void add(TruthRow row) { rows_.push_back(std::move(row)); }
  bool all_reached() const;
  std::string markdown() const;

 private:
  std::vector<TruthRow> rows_;
};

}  // namespace gladi::test
