// session.json in and out.
#pragma once

#include "encoder/base/error.h"
#include "studio/session/session.h"

namespace gladi {

// kNotFound, kDamaged (with what and where), and never kNewer: a newer file is read as far as it is
// understood, and Session::read_only() says so.
Result<Session> load_session(const std::filesystem::path& folder);

// Atomic. Fields of the existing file that this version doesn't know are kept. Refused for read_only()
// sessions.
Status save_session(const std::filesystem::path& folder, const Session& session);

}  // namespace gladi
