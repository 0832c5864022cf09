#include "studio/share/video_import.h"

#include <chrono>
#include <system_error>
#include <utility>

#include "encoder/base/platform.h"
#include "encoder/file/house_video.h"
#include "encoder/file/media_info.h"
#include "studio/library/folder_name.h"
#include "studio/library/library.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"
#include "studio/share/import_place.h"
#include "studio/text/utf8.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr const char* kFile = "take.mp4";
constexpr double kEncodedAt = 0.9;  // of the whole: then loudness and waveform
constexpr size_t kMostTitleLetters = 80;

// What the file is called, without its ending: people call their videos something, or know the phone's
// number.
std::string title_of(const fs::path& video) {
  std::string name = trim(video.stem().string());
  if (!is_utf8(name)) name = to_ascii(name);
  if (name.empty() || has_control_characters(name)) return "Video";
  size_t end = 0, letters = 0;
  while (end < name.size() && letters <= kMostTitleLetters) {
    ++end;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
    ++letters;
  }
  return letters > kMostTitleLetters ? name.substr(0, end) + "…" : name;
}

// Phones write it down; a clock that was never set says 1970, or 1904 as their format counts.
WallTime filmed_time(const fs::path& video) {
  const WallTime now = std::chrono::system_clock::now();
  const WallTime sane = now - std::chrono::hours(24 * 365 * 20);
  if (const auto info = probe_media(video)) {
    const auto at = parse_iso8601(info->recorded_at);
    if (at && *at > sane && *at < now) return *at;
  }
  std::error_code error;
  const auto changed = fs::last_write_time(video, error);
  if (error) return now;
  return std::chrono::time_point_cast<WallTime::duration>(now + (changed - fs::file_time_type::clock::now()));
}

Session session_of(const Person& person, const fs::path& video, const HouseVideo& made, WallTime filmed_at) {
  Session session;
  session.id = make_uuid();
  session.title = title_of(video);
  session.catalogue_name = {session.title, ""};
  session.person_id = person.id;
  session.person_name = person.name;
  session.started_at = filmed_at;
  session.state = SessionState::kStopped;
  session.duration = made.duration;
  session.imported_from = title_of(video) + video.extension().string();
  session.canvas = made.canvas;
  session.microphone = made.has_sound ? "video" : "";
  session.camera = "video";
  session.parts = {{kFile, {}, made.duration, true, made.encoder}};
  session.counters.frames = made.duration.to_count(made.canvas.fps_num, made.canvas.fps_den);
  return session;
}

Status write_journal(const fs::path& folder, const Session& session) {
  auto journal = JournalWriter::open(folder);
  if (!journal) return fail(std::move(journal));
  if (auto added = (*journal)->add({{}, TakeStarted{session.id}}); !added) return added;
  if (auto added = (*journal)->add({session.duration, TakeEnded{"imported"}}); !added) return added;
  return (*journal)->sync();
}

}  // namespace

Result<fs::path> import_video(const fs::path& library, const Person& person, const fs::path& video,
                              const ShareProgress& progress) {
  auto place = ImportPlace::open(library);
  if (!place) return fail(std::move(place));
  const WallTime filmed_at = filmed_time(video);
  const fs::path folder = (*place)->path() / session_folder_name(filmed_at, person.name);
  if (auto made = platform::create_private_folder(folder); !made) return fail(std::move(made));
  const auto share = [&](double from, double to) {
    return [&progress, from, to](double done) {
      if (progress.share) progress.share(from + (to - from) * done);
    };
  };
  auto made = make_house_video(video, folder / kFile, person.name + " · " + title_of(video),
                               share(0, kEncodedAt), progress.cancel);
  if (!made) return fail(std::move(made));
  const Session session = session_of(person, video, *made, filmed_at);
  if (auto saved = save_session(folder, session); !saved) return fail(std::move(saved));
  if (auto written = write_journal(folder, session); !written) return fail(std::move(written));
  // Loudness, waveform and picture, as after a rehearsal.
  if (auto finished = finish_session(folder, share(kEncodedAt, 1), progress.cancel); !finished)
    return fail(std::move(finished));
  return (*place)->place_session(folder);
}

}  // namespace gladi
