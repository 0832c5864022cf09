// Comments that were made by a key while the take ran, brought from the journal into their reviewers' files.
#pragma once

#include <filesystem>
#include <vector>

#include "studio/review/review.h"
#include "studio/session/take_event.h"

namespace gladi {

// Adds what isn't there yet; what was edited or deleted since stays as it is, and nothing is written when
// there is nothing to add. Who was only an observer has finished with the take's end: her comments are in a
// file with the session's own id. A comment that makes no sense is left out. The first error, after all
// others were tried.
Status file_live_comments(const std::filesystem::path& session_folder, const std::string& session_id,
                          const std::vector<TakeEvent>& events);

}  // namespace gladi
