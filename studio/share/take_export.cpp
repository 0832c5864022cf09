#include "studio/share/take_export.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "encoder/base/platform.h"
#include "encoder/file/clip.h"
#include "encoder/file/scratch_file.h"
#include "studio/overlay/practice_mark.h"
#include "studio/session/part_place.h"
#include "studio/session/session_file.h"
#include "studio/share/class_table.h"
#include "studio/share/export_log.h"
#include "studio/share/html_report.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

Status check_target(const fs::path& target) {
  std::error_code error;
  if (!fs::exists(target, error)) return {};
  return fail(ErrorKind::kInvalid,
              Message(GLADI_TEXT("{0} is there already: nothing was changed."), {target.string()}));
}

struct Piece {
  MediaTime from, to;
};
Piece whole(const TakePiece& piece, const Session& session) {
  return {std::clamp(piece.from.value_or(MediaTime{}), MediaTime{}, session.duration),
          std::min(piece.to.value_or(session.duration), session.duration)};
}

Result<ClipFile> clip_of(const fs::path& library, const fs::path& folder, const Session& session,
                         const Piece& piece, const fs::path& target, const ShareProgress& progress) {
  ClipSpec spec;
  spec.file = target;
  spec.from = piece.from;
  spec.to = piece.to;
  spec.title = session.person_name + " · " + session.catalogue_name.indonesian;
  spec.most_bytes = ClipSpec::kMessageBytes;
  if (!may_promote(library, session)) {
    spec.overlays = [](const Canvas& canvas) {
      const FeedFonts fonts;
      return OverlayPlan{draw_practice_mark(canvas, fonts)};
    };
  }
  return make_clip(parts_to_play(folder, session), spec, progress.share, progress.cancel);
}

}  // namespace

Status export_clip(const fs::path& library, const fs::path& session_folder, const TakePiece& piece,
                   const fs::path& target, const ShareProgress& progress) {
  const auto session = load_session(session_folder);
  if (!session) return tl::unexpected(session.error());
  if (auto agreed = may_leave(library, *session); !agreed) return agreed;
  if (auto free = check_target(target); !free) return free;
  auto note = ExportNote::begin(library, ExportKind::kClip, target, {*session});
  if (!note) return fail(std::move(note));
  auto clip = clip_of(library, session_folder, *session, whole(piece, *session), target, progress);
  if (!clip) return fail(std::move(clip));
  note->keep();
  return {};
}

Status export_page(const fs::path& library, const fs::path& session_folder, const TakePiece& piece,
                   const ReportWords& words, const fs::path& target, const ShareProgress& progress) {
  auto report = read_take_report(session_folder, words.language);
  if (!report) return fail(std::move(report));
  if (auto agreed = may_leave(library, report->session); !agreed) return agreed;
  if (auto free = check_target(target); !free) return free;
  auto note = ExportNote::begin(library, ExportKind::kPage, target, {report->session});
  if (!note) return fail(std::move(note));
  report->for_practice = !may_promote(library, report->session);
  Piece shown = whole(piece, report->session);
  shown.to = std::min(shown.to, shown.from + longest_clip(ClipSpec::kMessageBytes));
  const ScratchFile file(target, ".mp4");
  auto clip = clip_of(library, session_folder, report->session, shown, file.path(), progress);
  if (!clip && clip.error().kind != ErrorKind::kDamaged && clip.error().kind != ErrorKind::kNotFound)
    return fail(std::move(clip));
  std::optional<ReportClip> film;
  if (clip) {
    auto bytes = platform::read_file(file.path());
    if (!bytes) return fail(std::move(bytes));
    film = ReportClip{std::move(*bytes), shown.from, clip->duration};
  }
  auto written =
      platform::write_file_atomically(target, html_report(*report, words, film ? &*film : nullptr));
  if (written) note->keep();
  return written;
}

Status export_table(const fs::path& library, const std::vector<fs::path>& session_folders,
                    const ReportWords& words, const fs::path& target) {
  if (auto free = check_target(target); !free) return free;
  std::vector<TakeReport> takes;
  for (const fs::path& folder : session_folders) {
    auto report = read_take_report(folder, words.language);
    if (!report) return fail(std::move(report));
    if (auto agreed = may_leave(library, report->session); !agreed) return agreed;
    takes.push_back(std::move(*report));
  }
  std::vector<Session> sessions;
  for (const TakeReport& take : takes) sessions.push_back(take.session);
  auto note = ExportNote::begin(library, ExportKind::kTable, target, sessions);
  if (!note) return fail(std::move(note));
  auto written = platform::write_file_atomically(target, class_table(takes, words));
  if (written) note->keep();
  return written;
}

}  // namespace gladi
