// Takes as files for others: for another Gladi (bundle.h), or for people without one: a clip, a page, a sheet
// for printing, a table.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "studio/share/bundle.h"
#include "studio/share/export_log.h"
#include "studio/share/take_report.h"

namespace gladi {

// kBundle is a .gladi file with everything, kReviews one without the film: what reviewers wrote, for the
// library that has the takes. kClip: .mp4, small enough for messengers (ClipSpec::kMessageBytes). kPage:
// .html, html_report() with as much of the piece as fits into a clip inside. kSheet: .pdf, pdf_report().
// kTable: .csv, class_table().
const char* ending_of(ExportKind kind);  // ".gladi"
// By the file's ending, letter case aside; kReviews has the bundle's. Nothing for any other.
std::optional<ExportKind> kind_by_ending(const std::filesystem::path& file);
// Bundles and tables hold any number of takes; the others show one.
bool holds_many(ExportKind kind);

// A piece of a take. Nothing: from its beginning, to its end.
struct TakePiece {
  std::optional<MediaTime> from;
  std::optional<MediaTime> to;
};

struct ExportOrder {
  ExportKind kind = ExportKind::kBundle;
  std::filesystem::path library;
  std::vector<std::filesystem::path> session_folders;  // in the table's order
  TakePiece piece;                                     // of a clip or a page
  std::filesystem::path target;                        // must not be there yet
  ReportBy by = {};                                    // of pages, sheets and tables
};

// The only way by which takes leave a library, and it is noted there (ExportNote). Touches only files, takes
// long and belongs on the background worker. The target is there when it is whole; on an error, or when
// cancelled, nothing is left. kRefused for a take whose person hasn't agreed to its being reviewed; kInvalid
// for a target that is there, no take, and several where one is shown. What it gives: sentences on what did
// not come with it: voice notes that had no room in a file of reviews, a film that can't be read for a page.
using MissingWords = std::vector<Message>;
Result<MissingWords> export_takes(const ExportOrder& order, const ReportWords& words,
                                  const ShareProgress& progress = {});

// A name that nobody needs to think about, for any file system: who and when for one take, the date of today
// for several; `folder` has no such file yet. Looks into the folder: not on the main thread.
struct ExportSubject {
  std::string person_name;  // of one take; of several: the one person's, or empty
  WallTime at;              // when the take was; of several: now
  size_t takes = 1;
};
std::filesystem::path free_export_file(const std::filesystem::path& folder, ExportKind kind,
                                       const ExportSubject& subject);

}  // namespace gladi
