// People whom another computer knows under another number.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "encoder/base/error.h"

namespace gladi {

// Somebody in a bundle with the name of one person here, and another number that nobody here knows.
struct SameName {
  std::string theirs_id;
  std::string name;  // as she is called here
  std::string here_id;
};

// Whom import_bundle() has to be told about. Reads the bundle's index and its people, checks no film: quick,
// but it may lie on a slow stick. Nobody for a bundle with reviews only, and where several here have the
// name: then nobody could say which one is meant. Errors as import_bundle()'s.
Result<std::vector<SameName>> same_names(const std::filesystem::path& library,
                                         const std::filesystem::path& file);

// Whoever was found to be the same: their number to the one here.
using SamePeople = std::map<std::string, std::string>;

}  // namespace gladi
