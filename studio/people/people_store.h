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
  static constexpr size_t kMaxNameLength = 80;  // code points: longer ones fit no screen

  explicit PeopleStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // By name. A file that can't be read is skipped and told in `problems` (may be null).
  std::vector<Person> list(std::vector<Error>* problems = nullptr) const;
  Result<Person> load(const std::string& id) const;
  // Trims the name; an empty one, one over 80 characters and one that is taken already (letter case aside)
  // are refused.
  Result<Person> add(const std::string& name, const Consent& consent);
  // Several at once, without asking the disk again for each. The first name that is refused ends it: those
  // before stay.
  Result<std::vector<Person>> add_all(const std::vector<std::string>& names, const Consent& consent);
  // As add() refuses names; the person's own name is no other's.
  Result<Person> rename(const std::string& id, const std::string& name);
  // Keeps the fields of the file that this version doesn't know.
  Status save(const Person& person);
  // Into ".trash" beside the files: restore() takes it back. Takes are not touched.
  Status throw_away(const std::string& id);
  Status restore(const std::string& id);

  // Trimmed; or why it is refused.
  static Result<std::string> checked_name(const std::string& typed);

 private:
  std::filesystem::path folder_;
};

}  // namespace gladi
