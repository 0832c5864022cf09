// What a take is judged by: criteria with described levels. Rubrics are TOML files that people may write
// themselves (assets/rubrics, <library>/rubrics).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "studio/catalogue/fault.h"
#include "studio/text/language.h"

namespace gladi {

struct Criterion {
  std::string id;  // never changes once it was used: scores name it
  LocalText name;
  std::vector<LocalText> levels;  // level 1, the weakest, comes first
};

struct Rubric {
  static constexpr size_t kFewestLevels = 2;
  static constexpr size_t kMostLevels = 9;  // a digit key each
  static constexpr size_t kMostCriteria = 20;

  std::string id;  // the file's name without .toml
  LocalText name;
  std::vector<Criterion> criteria;

  const Criterion* find(const std::string& criterion_id) const;
};

struct LoadedRubric {
  Rubric rubric;
  std::vector<Fault> faults;  // what was left out, and why
};

// An error only when nothing can be used: no such file, no TOML, no criterion left.
Result<LoadedRubric> load_rubric(const std::filesystem::path& file);

struct Score;

// A rubric that isn't here, as far as scores tell of it: their criteria, and the words of the levels given.
Rubric rubric_of_scores(const std::string& rubric_id, const std::vector<Score>& scores);

// Every rubric in `folders`, by folder and name; of two with the same id the one in the earlier folder.
// Broken ones are named and skipped, folders that aren't there are passed over.
struct RubricShelf {
  std::vector<LoadedRubric> rubrics;
  std::vector<Error> broken;
};
RubricShelf load_rubrics(const std::vector<std::filesystem::path>& folders);

}  // namespace gladi
