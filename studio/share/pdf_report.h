// A take as sheets to be printed: for the trainee's folder, and for those who have no screen at home.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "encoder/file/image.h"
#include "studio/share/take_report.h"

namespace gladi {

struct SheetPictures {
  std::optional<Image> take;  // beside the name; may be missing
  std::map<std::string, Image>
      drawn_on;  // by the comment's id; without it a drawing has no picture behind it
};

// A PDF of as many sheets of A4 as it takes: who and when, what went well, the one thing to try, times,
// replies, and what reviewers wrote and drew. No sum, no grade.
Result<std::string> pdf_report(const TakeReport& take, const ReportWords& words,
                               const SheetPictures& pictures = {});

}  // namespace gladi
