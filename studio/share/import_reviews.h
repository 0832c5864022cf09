// Reviews that come in for a take whose folder is here already. For studio's .cpp files only.
#pragma once

#include <filesystem>

#include "studio/share/bundle.h"

namespace gladi {

// What reviewers wrote in the session folder `from` into the session folder `to`: a reviewer's file that
// isn't there is copied, one that is there gets what was said later (merge_review). Voice notes that its
// comments mention come with them. What is of a newer version there, or can't be read, is left as it is and
// counted.
Status merge_reviews(const std::filesystem::path& from, const std::filesystem::path& to,
                     ImportReport& report);

}  // namespace gladi
