// What Praat measured on the same sounds: praat/reference.txt, made by praat/reference.sh.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gladi::test {

struct PraatTake {
  int syllables = 0;
  std::vector<double> nuclei_s;  // the loudest vowels
  double first_s = 0;            // of hz; one each 10 ms
  std::vector<double> hz;        // 0: not voiced; empty where it wasn't asked
};

class PraatReference {
 public:
  // Fails with a sentence on stderr and holds nothing then.
  explicit PraatReference(const std::filesystem::path& file);

  // Nothing where the sound isn't the one that Praat had: its length differs.
  const PraatTake* of(const std::string& name, size_t samples) const;

 private:
  std::map<std::string, PraatTake> takes_;
  std::map<std::string, size_t> samples_;
};

}  // namespace gladi::test
