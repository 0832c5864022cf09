#include "tests/bench/coaching_truth/praat_reference.h"

#include <cstdio>
#include <fstream>
#include <sstream>

namespace gladi::test {

// Lines: "take NAME SAMPLES", "syllables N", "nuclei S…", "pitch FIRST_S HZ×10…" where "-N" is N unvoiced
// frames.
PraatReference::PraatReference(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) std::fprintf(stderr, "%s can't be read\n", file.c_str());
  PraatTake* take = nullptr;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string kind;
    words >> kind;
    if (kind == "take") {
      std::string name;
      size_t samples = 0;
      words >> name >> samples;
      take = &takes_[name];
      samples_[name] = samples;
    } else if (take != nullptr && kind == "syllables") {
      words >> take->syllables;
    } else if (take != nullptr && kind == "nuclei") {
      for (double at = 0; words >> at;) take->nuclei_s.push_back(at);
    } else if (take != nullptr && kind == "pitch") {
      words >> take->first_s;
      for (int value = 0; words >> value;) {
        if (value < 0) {
          take->hz.insert(take->hz.end(), static_cast<size_t>(-value), 0.0);
        } else {
          take->hz.push_back(value / 10.0);
        }
      }
    }
  }
}

const PraatTake* PraatReference::of(const std::string& name, size_t samples) const {
  const auto found = takes_.find(name);
  if (found == takes_.end() || samples_.at(name) != samples) return nullptr;
  return &found->second;
}

}  // namespace gladi::test
