// Of which files a take consists just now: what was derived from them is made again when this changes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

#include "studio/session/session.h"

namespace gladi {

// FNV-1a, 64 bits (Fowler, Noll, Vo): against damage, not against people.
uint64_t fingerprint(std::string_view bytes);

// The fingerprint of a line "file start_ns duration_ns bytes" for each part. Nothing while a part isn't final
// or isn't here. Looks at the disk.
std::optional<uint64_t> source_of(const std::filesystem::path& session_folder, const Session& session);

}  // namespace gladi
