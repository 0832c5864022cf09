#include "studio/share/take_export.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "encoder/base/platform.h"
#include "encoder/file/clip.h"
#include "encoder/file/image.h"
#include "encoder/file/scratch_file.h"
#include "studio/library/folder_name.h"
#include "studio/overlay/practice_mark.h"
#include "studio/session/part_place.h"
#include "studio/session/session_file.h"
#include "studio/share/class_table.h"
#include "studio/share/html_report.h"
#include "studio/share/pdf_report.h"
#include "studio/text/utf8.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

struct Piece {
  MediaTime from, to;
};
Piece whole(const TakePiece& piece, const Session& session) {
  return {std::clamp(piece.from.value_or(MediaTime{}), MediaTime{}, session.duration),
          std::min(piece.to.value_or(session.duration), session.duration)};
}

Result<ClipFile> clip_of(const ExportOrder& order, const Session& session, const Piece& piece,
                         const fs::path& target, const ShareProgress& progress) {
  ClipSpec spec;
  spec.file = target;
  spec.from = piece.from;
  spec.to = piece.to;
  spec.title = session.person_name + " · " + session.catalogue_name.indonesian;
  spec.most_bytes = ClipSpec::kMessageBytes;
  if (!may_promote(order.library, session)) {
    spec.overlays = [](const Canvas& canvas) {
      const FeedFonts fonts;
      return OverlayPlan{draw_practice_mark(canvas, fonts)};
    };
  }
  return make_clip(parts_to_play(order.session_folders.front(), session), spec, progress.share,
                   progress.cancel);
}

Result<TakeReport> report_of(const ExportOrder& order, const fs::path& folder, const ReportWords& words,
                             const ShareProgress& progress) {
  auto report = read_take_report(folder, words.language, order.by, progress.cancel);
  if (report) report->for_practice = !may_promote(order.library, report->session);
  return report;
}

Status export_clip(const ExportOrder& order, const Session& session, const ShareProgress& progress) {
  auto clip = clip_of(order, session, whole(order.piece, session), order.target, progress);
  return clip ? Status{} : fail(std::move(clip));
}

// A take whose pictures can't be read gives a page without a film, and says so.
Result<MissingWords> export_page(const ExportOrder& order, const ReportWords& words,
                                 const ShareProgress& progress) {
  auto report = report_of(order, order.session_folders.front(), words, progress);
  if (!report) return fail(std::move(report));
  Piece shown = whole(order.piece, report->session);
  shown.to = std::min(shown.to, shown.from + longest_clip(ClipSpec::kMessageBytes));
  const ScratchFile file(order.target, ".mp4");
  auto clip = clip_of(order, report->session, shown, file.path(), progress);
  if (!clip && clip.error().kind != ErrorKind::kDamaged && clip.error().kind != ErrorKind::kNotFound)
    return fail(std::move(clip));
  std::optional<ReportClip> film;
  if (clip) {
    auto bytes = platform::read_file(file.path());
    if (!bytes) return fail(std::move(bytes));
    film = ReportClip{std::move(*bytes), shown.from, clip->duration};
  }
  const std::string page = html_report(*report, words, film ? &*film : nullptr);
  if (Status written = platform::write_file_atomically(order.target, page); !written)
    return fail(std::move(written));
  if (film) return MissingWords{};
  return MissingWords{Message(GLADI_TEXT("The page has no film: {0}"), {words.tr(clip.error().message)})};
}

// The picture of the list of takes, or, where it was never made, one of the take itself.
std::optional<Image> picture_of(const fs::path& folder, const Session& session) {
  constexpr int kWidthPx = 360;
  if (auto image = load_image(folder / "cache" / "thumbnail.jpg", 2 * kWidthPx)) return std::move(*image);
  for (const PlayerPart& part : parts_to_play(folder, session)) {
    if (auto image = video_thumbnail(part.file, session.duration / 3, kWidthPx)) return std::move(*image);
  }
  return {};
}

// What reviewers have drawn on. Of very many drawings the last ones have no picture: the file stays small.
std::map<std::string, Image> drawn_on(const fs::path& folder, const TakeReport& report,
                                      const std::atomic<bool>* cancel) {
  constexpr size_t kMost = 20;
  constexpr int kWidthPx = 240;
  const std::vector<PlayerPart> parts = parts_to_play(folder, report.session);
  std::map<std::string, Image> pictures;
  for (const Review& review : report.reviews) {
    for (const Comment& comment : review.comments) {
      if (comment.drawing.empty() || pictures.size() == kMost || (cancel != nullptr && *cancel)) continue;
      const auto part = std::find_if(parts.rbegin(), parts.rend(),
                                     [&](const PlayerPart& one) { return one.start <= comment.at; });
      if (part == parts.rend()) continue;
      if (auto image = video_thumbnail(part->file, comment.at - part->start, kWidthPx))
        pictures[comment.id] = std::move(*image);
    }
  }
  return pictures;
}

Status export_sheet(const ExportOrder& order, const ReportWords& words, const ShareProgress& progress) {
  const fs::path& folder = order.session_folders.front();
  auto report = report_of(order, folder, words, progress);
  if (!report) return fail(std::move(report));
  auto file = pdf_report(*report, words,
                         {picture_of(folder, report->session), drawn_on(folder, *report, progress.cancel)});
  if (!file) return fail(std::move(file));
  return platform::write_file_atomically(order.target, *file);
}

Status export_table(const ExportOrder& order, const ReportWords& words, const ShareProgress& progress) {
  std::vector<TakeReport> takes;
  for (const fs::path& folder : order.session_folders) {
    if (progress.cancel != nullptr && *progress.cancel)
      return fail(ErrorKind::kCancelled, Message(GLADI_TEXT("Cancelled.")));
    auto report = report_of(order, folder, words, progress);
    if (!report) return fail(std::move(report));
    takes.push_back(std::move(*report));
    if (progress.share)
      progress.share(static_cast<double>(takes.size()) / static_cast<double>(order.session_folders.size()));
  }
  return platform::write_file_atomically(order.target, class_table(takes, words));
}

Result<MissingWords> nothing_missing(Status written) {
  if (!written) return fail(std::move(written));
  return MissingWords{};
}

Result<MissingWords> write(const ExportOrder& order, const Session& first, const ReportWords& words,
                           const ShareProgress& progress) {
  switch (order.kind) {
    case ExportKind::kClip:
      return nothing_missing(export_clip(order, first, progress));
    case ExportKind::kPage:
      return export_page(order, words, progress);
    case ExportKind::kSheet:
      return nothing_missing(export_sheet(order, words, progress));
    case ExportKind::kTable:
      return nothing_missing(export_table(order, words, progress));
    default:
      return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("This kind of file can't be written.")));
  }
}

Result<MissingWords> write_bundle(const ExportOrder& order, const ShareProgress& progress) {
  const bool reviews = order.kind == ExportKind::kReviews;
  auto missing =
      nothing_missing(export_bundle(order.library, order.session_folders, reviews, order.target, progress));
  if (!missing || !reviews) return missing;
  std::error_code error;
  const auto size = fs::file_size(order.target, error);
  if (!error && size > kMostReviewsBytes) {
    missing->emplace_back(
        GLADI_TEXT("The words alone make it {0} kB: too large for some messengers. It goes by a stick, or in "
                   "pieces: fewer takes at a time."),
        std::vector{std::to_string(size / 1000)});
  }
  const auto manifest = inspect_bundle(order.target);
  if (manifest && manifest->voices_left_out > 0) {
    missing->emplace_back(
        GLADI_TEXT("Voice notes that had no room in it: {0}, the oldest ones. A file with the film has all."),
        std::vector{std::to_string(manifest->voices_left_out)});
  }
  return missing;
}

// What a kind of file is called: Indonesian, as the files are for people here.
const char* name_of(ExportKind kind) {
  switch (kind) {
    case ExportKind::kBundle:
      return "latihan";
    case ExportKind::kReviews:
      return "ulasan";
    case ExportKind::kClip:
      return "klip";
    case ExportKind::kPage:
      return "halaman";
    case ExportKind::kSheet:
      return "lembar";
    case ExportKind::kTable:
      return "tabel";
    case ExportKind::kOther:
      break;
  }
  return "";
}

}  // namespace

const char* ending_of(ExportKind kind) {
  switch (kind) {
    case ExportKind::kBundle:
    case ExportKind::kReviews:
      return ".gladi";
    case ExportKind::kClip:
      return ".mp4";
    case ExportKind::kPage:
      return ".html";
    case ExportKind::kSheet:
      return ".pdf";
    case ExportKind::kTable:
      return ".csv";
    case ExportKind::kOther:
      break;
  }
  return "";
}

std::optional<ExportKind> kind_by_ending(const fs::path& file) {
  const std::string ending = fold_case(file.extension().string());
  for (const ExportKind kind :
       {ExportKind::kBundle, ExportKind::kClip, ExportKind::kPage, ExportKind::kSheet, ExportKind::kTable}) {
    if (ending == ending_of(kind)) return kind;
  }
  return {};
}

bool holds_many(ExportKind kind) {
  return kind == ExportKind::kBundle || kind == ExportKind::kReviews || kind == ExportKind::kTable;
}

Result<MissingWords> export_takes(const ExportOrder& order, const ReportWords& words,
                                  const ShareProgress& progress) {
  std::error_code error;
  if (fs::exists(order.target, error)) {
    return fail(ErrorKind::kInvalid,
                Message(GLADI_TEXT("{0} is there already: nothing was changed."), {order.target.string()}));
  }
  if (!fs::is_directory(order.target.parent_path(), error)) {
    return fail(ErrorKind::kNotFound,
                Message(GLADI_TEXT("The folder {0} is not there. Is the disk or stick plugged in?"),
                        {order.target.parent_path().string()}));
  }
  if (order.session_folders.empty() || (order.session_folders.size() > 1 && !holds_many(order.kind)))
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("Please choose one recording.")));
  if (order.kind == ExportKind::kBundle || order.kind == ExportKind::kReviews)
    return write_bundle(order, progress);
  std::vector<Session> sessions;
  for (const fs::path& folder : order.session_folders) {
    auto session = load_session(folder);
    if (!session) return fail(std::move(session));
    if (auto agreed = may_leave(order.library, *session); !agreed) return fail(std::move(agreed));
    sessions.push_back(std::move(*session));
  }
  auto note = ExportNote::begin(order.library, order.kind, order.target, sessions);
  if (!note) return fail(std::move(note));
  auto missing = write(order, sessions.front(), words, progress);
  if (missing) note->keep();
  return missing;
}

fs::path free_export_file(const fs::path& folder, ExportKind kind, const ExportSubject& subject) {
  // "2026-11-21T09-30-00-…": the date and time as session folders have them.
  const std::string when = session_folder_name(subject.at, "");
  const std::string date = when.substr(0, 10), minute = when.substr(11, 5);
  std::string name = subject.person_name.empty() ? "gladi" : slug(subject.person_name);
  name +=
      "-" + date + "-" + (subject.takes > 1 ? std::to_string(subject.takes) : minute) + "-" + name_of(kind);
  std::error_code error;
  fs::path file = folder / (name + ending_of(kind));
  for (int i = 2; fs::exists(file, error); ++i)
    file = folder / (name + "-" + std::to_string(i) + ending_of(kind));
  return file;
}

}  // namespace gladi
