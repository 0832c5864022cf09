// A take as one page for any browser: it needs no network and no other file.
#pragma once

#include <string>

#include "studio/share/take_report.h"

namespace gladi {

// A piece of the take that the page plays; its bytes go into the page.
struct ReportClip {
  std::string mp4;
  MediaTime from;  // where in the take it begins
  MediaTime length;
};

// HTML 5, every text of a person's escaped; scripts and styles are the page's own, and its content security
// policy lets nothing in from elsewhere. Readable from a phone's width on, and printable.
std::string html_report(const TakeReport& take, const ReportWords& words, const ReportClip* clip = nullptr);

// `text` for HTML, also inside a quoted attribute.
std::string escape_html(const std::string& text);

}  // namespace gladi
