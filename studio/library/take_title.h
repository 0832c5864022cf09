// The name under which a take is listed: its catalogue's, until somebody gives it another one.
#pragma once

#include <filesystem>
#include <string>

#include "encoder/base/error.h"
#include "studio/session/session.h"

namespace gladi {

constexpr size_t kMaxTitleLength = 300;  // code points

// In the language of the reader where nobody has given it a name of its own.
LocalText title_of(const Session& session);

// Trims it; an empty one gives the take its catalogue's name back. kInvalid for one that is too long or has
// characters that can't be shown, kBusy while the take is being recorded or made final, kNewer for a newer
// version's. Touches only files: any thread.
Result<Session> rename_take(const std::filesystem::path& session_folder, const std::string& typed);

// kBusy while a take is being recorded or made final, by whichever program, or waits for it: hands off.
Status check_at_rest(const std::filesystem::path& session_folder, const Session& session);
// The same, but a take that only waits for it isn't busy.
Status check_nobody_works_on(const std::filesystem::path& session_folder, const Session& session);

}  // namespace gladi
