// People whom other computers know under other numbers: "also_ids" of people/<uuid>.json.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "encoder/base/error.h"

namespace gladi {

// All below touch only files: any thread. `people`: a folder as PeopleStore has it. Whatever is no UUID is
// left out; nothing for somebody who isn't there.
std::vector<std::string> also_ids(const std::filesystem::path& people, const std::string& person_id);

// Keeps in mind that `other_id` is she. Once: what is known already changes nothing.
Status add_also_id(const std::filesystem::path& people, const std::string& person_id,
                   const std::string& other_id);

}  // namespace gladi
