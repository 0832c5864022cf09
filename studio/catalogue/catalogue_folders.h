// Catalogues as folders: made, copied to and from USB sticks, thrown away and taken back.
#pragma once

#include <filesystem>

#include "encoder/base/error.h"
#include "studio/text/language.h"

namespace gladi {

// `shelf` is the folder that holds catalogues ("<library>/catalogues"). All of these touch the disk: not on
// the main thread where a stick may be slow. Copies are made beside under a hidden name and then renamed:
// half a catalogue is never seen. Links are not followed.
namespace catalogue_folders {

// At most this much is copied with one catalogue: whoever picks the wrong folder fills no disk.
constexpr uintmax_t kMostBytes = 500'000'000;
constexpr int kMostFiles = 20'000;

// A new catalogue with one product that is to be filled in.
Result<std::filesystem::path> create(const std::filesystem::path& shelf, const LocalText& name,
                                     const LocalText& first_product);
// A copy under a free name; `name` is what the copy is called.
Result<std::filesystem::path> duplicate(const std::filesystem::path& shelf,
                                        const std::filesystem::path& folder, const LocalText& name);
// A copy of a catalogue from elsewhere. Error when Gladi can't use it.
Result<std::filesystem::path> import_folder(const std::filesystem::path& shelf,
                                            const std::filesystem::path& folder);
// Into `target` (a USB stick's folder), synced: the stick may be taken out afterwards.
Result<std::filesystem::path> export_folder(const std::filesystem::path& folder,
                                            const std::filesystem::path& target);
// A copy under the same name, for a catalogue that came with Gladi and is edited now. What is there already
// is taken.
Result<std::filesystem::path> make_own(const std::filesystem::path& shelf,
                                       const std::filesystem::path& folder);

// Into "<shelf>/.trash"; the answer is what restore() wants.
Result<std::filesystem::path> throw_away(const std::filesystem::path& folder);
// Back to where it was, under a free name should the old one be taken.
Result<std::filesystem::path> restore(const std::filesystem::path& thrown);

}  // namespace catalogue_folders
}  // namespace gladi
