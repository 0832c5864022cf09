// The classes of a library, one JSON file each.
#pragma once

#include <filesystem>
#include <vector>

#include "encoder/base/error.h"
#include "studio/people/group.h"

namespace gladi {

// One thread (main). Files are the truth: list() reads them.
class GroupStore {
 public:
  explicit GroupStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // By name. A file that can't be read is skipped and told in `problems` (may be null).
  std::vector<Group> list(std::vector<Error>* problems = nullptr) const;
  // A class without an id gets one. An empty name and one over 80 characters are refused.
  Result<Group> save(Group group);
  // The people stay.
  Status remove(const std::string& id);

 private:
  std::filesystem::path folder_;
};

}  // namespace gladi
