// A take as sheets to be printed: for the trainee's folder, and for those who have no screen at home.
#pragma once

#include <optional>
#include <string>

#include "encoder/file/image.h"
#include "studio/share/take_report.h"

namespace gladi {

// A PDF of as many sheets of A4 as it takes: who and when, what went well, the one thing to try, times,
// replies, and what reviewers wrote. No sum, no grade. `picture`: of the take; may be missing.
Result<std::string> pdf_report(const TakeReport& take, const ReportWords& words,
                               const std::optional<Image>& picture);

}  // namespace gladi
