// The names of session folders: <date>T<time>-<slug>, in local time. For studio's .cpp files only.
#pragma once

#include <optional>
#include <string>

#include "studio/text/format.h"

namespace gladi {

// "2026-11-21T09-30-00-siti-aminah": no ':' in it, so that it works on every stick.
std::string session_folder_name(WallTime started_at, const std::string& person_name);

struct FolderNameParts {
  WallTime started_at;
  std::string person_slug;  // may end in "-2", from a clash
};
std::optional<FolderNameParts> parse_folder_name(const std::string& name);

}  // namespace gladi
