// What was thrown away and can still be taken back: sessions/.trash/ in the library, one folder a take.
// Nothing in it goes by itself.
#pragma once

#include <filesystem>
#include <vector>

#include "studio/library/library.h"

namespace gladi {

struct TrashedTake {
  TakeSummary take;  // its folder lies in the trash
  WallTime trashed_at;
};

// All below touch only files: any thread, one at a time a take.

// Gives the folder's place in the trash, for restore_take(). kBusy, and nothing is moved, while the take is
// being recorded or made final. Who watches it just now may go on doing so.
Result<std::filesystem::path> throw_take_away(const std::filesystem::path& library_root,
                                              const std::filesystem::path& session_folder);
// Back to its name, or one like it where another take has that now. Gives the folder. kInvalid, and it stays
// in the trash, while the same take is in the list again, as after it was taken in from a file.
Result<std::filesystem::path> restore_take(const std::filesystem::path& library_root,
                                           const std::filesystem::path& trashed_folder);
// What was thrown away last comes first. A folder that can't be read is told in `problems` (may be null).
std::vector<TrashedTake> trashed_takes(const std::filesystem::path& library_root,
                                       std::vector<Error>* problems = nullptr);
// For good, with its parts on other disks. kNotFound, and nothing is deleted, while such a disk isn't here:
// nobody would know of that film any more. Once it has begun it ends, also after a crash. Only after a
// question that named the take.
Status delete_take(const std::filesystem::path& library_root, const std::filesystem::path& trashed_folder);

std::filesystem::path trash_of(const std::filesystem::path& library_root);

}  // namespace gladi
