// A take as a file for people without Gladi: a clip, a page, a table. Bundles, which another Gladi reads, are
// in bundle.h.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "studio/share/bundle.h"
#include "studio/share/take_report.h"

namespace gladi {

// A piece of a take. Nothing: from its beginning, to its end.
struct TakePiece {
  std::optional<MediaTime> from;
  std::optional<MediaTime> to;
};

// All below touch only files, take long and belong on the background worker. `target` must not be there; it
// is there when it is whole, and on an error, or when cancelled, nothing is left. kRefused for a take whose
// person hasn't agreed to its being reviewed.

// A small MP4 that messengers take (at most ClipSpec::kMessageBytes).
Status export_clip(const std::filesystem::path& library, const std::filesystem::path& session_folder,
                   const TakePiece& piece, const std::filesystem::path& target,
                   const ShareProgress& progress = {});

// html_report() with the piece, as much of it as fits into a clip, inside. A take whose pictures can't be
// read gives a page without a film.
Status export_page(const std::filesystem::path& library, const std::filesystem::path& session_folder,
                   const TakePiece& piece, const ReportWords& words, const std::filesystem::path& target,
                   const ShareProgress& progress = {});

// class_table() of these takes, in this order.
Status export_table(const std::filesystem::path& library,
                    const std::vector<std::filesystem::path>& session_folders, const ReportWords& words,
                    const std::filesystem::path& target);

}  // namespace gladi
