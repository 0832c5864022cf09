// People who come in with a bundle, and those whom the library knows under another number. For studio's .cpp
// files only.
#pragma once

#include "studio/people/people_store.h"
#include "studio/share/bundle.h"

namespace gladi {

// Who of the unpacked bundle in `work` is who here: by what people here are known as elsewhere, by what those
// of the bundle are, and by `told`.
SamePeople who_is_who(const std::filesystem::path& library, const std::filesystem::path& work,
                      const SamePeople& told);

// Gives what the unpacked session folder says of these people the numbers that they have here: whose take it
// is, and what they wrote about it.
Status use_numbers_of_here(const std::filesystem::path& session_folder, const std::filesystem::path& library,
                           const SamePeople& same);

// Adds those whom nobody here knows; for the others notes their number elsewhere.
Status place_people(const std::filesystem::path& work, const std::filesystem::path& library,
                    const SamePeople& same, ImportReport& report);

}  // namespace gladi
