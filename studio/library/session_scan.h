// Reads a session folder into a row of the index. For studio's .cpp files only.
#pragma once

#include "encoder/base/error.h"
#include "studio/library/take_index.h"

namespace gladi {

FolderStamp stamp_of(const std::filesystem::path& session_folder);

// The stamp is one that never matches when the folder changed within the last seconds: a file system that
// counts in steps of two seconds (vfat) couldn't tell a further change.
Result<IndexRow> read_row(const std::filesystem::path& session_folder);

}  // namespace gladi
