// A new session.json for a folder that has a recording but no readable session.json. For studio's .cpp files
// only.
#pragma once

#include "encoder/base/error.h"
#include "studio/session/session.h"

namespace gladi {

// Built from the folder's name, the journal, the media files and the library's people, and saved in state
// kRecording. A damaged session.json is kept beside it as session.json.damaged.
Result<Session> rebuild_session(const std::filesystem::path& session_folder);

}  // namespace gladi
