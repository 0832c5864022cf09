// How long takes are kept: a choice of each library, library.json. Takes that are due are offered for the
// trash; nobody moves or deletes them by himself.
#pragma once

#include <array>
#include <filesystem>
#include <optional>

#include "studio/library/take_list.h"

namespace gladi {

struct LibraryRules {
  int keep_days = 0;  // after the take; 0: for ever
};

constexpr std::array<int, 5> kKeepDays = {0, 30, 90, 180, 365};  // what can be chosen

// No file, one that can't be read and a number that makes no sense give "for ever"; told in `problem` (may be
// null).
LibraryRules load_library_rules(const std::filesystem::path& library_root,
                                std::optional<Error>* problem = nullptr);
// Atomic; keeps fields that this version doesn't know.
Status save_library_rules(const std::filesystem::path& library_root, const LibraryRules& rules);

// Nothing: for ever.
std::optional<WallTime> kept_until(const TakeSummary& take, const LibraryRules& rules);
// Places in `takes`.
std::vector<size_t> due_takes(const std::vector<ListedTake>& takes, const LibraryRules& rules, WallTime now);

}  // namespace gladi
