// The people of a library, one JSON file each.
#pragma once

#include <filesystem>
#include <vector>

#include "encoder/base/error.h"
#include "studio/people/person.h"

namespace gladi {

// One thread (main). Files are the truth: list() reads them.
class PeopleStore {
 public:
  explicit PeopleStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // By name. A file that can't be read is skipped and told in `problems` (may be null).
  std::vector<Person> list(std::vector<Error>* problems = nullptr) const;
  Result<Person> load(const std::string& id) const;
  // Trims the name; an empty one, one over 80 characters and one that is taken already (letter case aside) are refused.
  Result<Person> add(const std::string& name, const Consent& consent);
  // Keeps the fields of the file that this version doesn't know.
  Status save(const Person& person);

 private:
  std::filesystem::path folder_;
};

}  // namespace gladi
