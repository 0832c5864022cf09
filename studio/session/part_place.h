// Where the parts of a take lie: in its session folder, or in another one when it had to go on there.
#pragma once

#include <filesystem>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/playback/player.h"
#include "studio/session/session.h"

namespace gladi {

// The folder of a part. Empty when it can't be reached: the disk isn't there, or the folder there doesn't
// belong to this take (its session.json has another id). Looks at the disk for parts with a root.
std::filesystem::path folder_of(const std::filesystem::path& session_folder, const Session& session,
                                const TakePart& part);

// The final file where it is there, else the part file, which may not be there either; empty as above.
std::filesystem::path media_of(const std::filesystem::path& session_folder, const Session& session,
                               const TakePart& part);

// For a Player. A part whose disk isn't here keeps its name, so that the player can say which is missing.
std::vector<PlayerPart> parts_to_play(const std::filesystem::path& session_folder, const Session& session);

// All folders of the take that can be reached, the session folder first.
std::vector<std::filesystem::path> folders_of(const std::filesystem::path& session_folder,
                                              const Session& session);

// The same session as session.json in `other`, another folder of the take, says it.
Session seen_from(const std::filesystem::path& other, const std::filesystem::path& session_folder,
                  Session session);

// Saves session.json in each folder of the take. An error when the one in `session_folder` can't be written;
// what can't be written elsewhere is logged.
Status save_everywhere(const std::filesystem::path& session_folder, const Session& session);

// Where the take went on elsewhere, the journal there has every line of this one and more: this one is
// replaced by it.
Status bring_journal_home(const std::filesystem::path& session_folder, const Session& session);

}  // namespace gladi
