#include "studio/library/session_rebuild.h"

#include <algorithm>
#include <cmath>

#include "encoder/base/platform.h"
#include "encoder/file/media_info.h"
#include "studio/library/folder_name.h"
#include "studio/library/take_files.h"
#include "studio/people/people_store.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

Status set_aside(const fs::path& file) {
  std::error_code error;
  if (!fs::exists(file, error)) return {};
  fs::path aside = file.string() + ".damaged";
  for (int i = 2; fs::exists(aside, error); ++i) aside = file.string() + ".damaged-" + std::to_string(i);
  return platform::rename_durably(file, aside);
}

// "siti-aminah-2" → "siti-aminah"
std::string without_number(const std::string& slug) {
  const size_t dash = slug.rfind('-');
  const bool numbered = dash != std::string::npos && dash > 0 && dash + 1 < slug.size() &&
                        slug.find_first_not_of("0123456789", dash + 1) == std::string::npos;
  return numbered ? slug.substr(0, dash) : slug;
}

// The one person of the library whose name gives this slug; where there is no such, the slug as a name.
void find_person(const fs::path& session_folder, const std::string& person_slug, Session& session) {
  const std::vector<Person> people =
      PeopleStore(session_folder.parent_path().parent_path() / "people").list();
  for (const std::string& wanted : {person_slug, without_number(person_slug)}) {
    const auto fits = [&](const Person& person) { return slug(person.name) == wanted; };
    if (std::count_if(people.begin(), people.end(), fits) != 1) continue;
    const auto person = std::find_if(people.begin(), people.end(), fits);
    session.person_id = person->id;
    session.person_name = person->name;
    return;
  }
  session.person_name = person_slug;
  std::replace(session.person_name.begin(), session.person_name.end(), '-', ' ');
}

WallTime changed_at(const fs::path& file) {
  std::error_code error;
  const auto written = fs::last_write_time(file, error);
  if (error) return std::chrono::system_clock::now();
  return std::chrono::time_point_cast<WallTime::duration>(std::chrono::file_clock::to_sys(written));
}

Canvas canvas_of(const fs::path& file) {
  Canvas canvas;
  const auto info = probe_media(file);
  if (!info || !info->has_video) return canvas;
  canvas.width_px = info->width_px;
  canvas.height_px = info->height_px;
  if (const double fps = std::round(info->fps); fps >= 1 && fps <= 240)
    canvas.fps_num = static_cast<int>(fps);
  return canvas;
}

}  // namespace

Result<Session> rebuild_session(const fs::path& session_folder) {
  Session session;
  session.state = SessionState::kRecording;
  for (const TakeFile& file : take_files(session_folder))
    session.parts.push_back({file.file, {}, {}, false, {}});
  if (session.parts.empty()) {
    return fail(ErrorKind::kNotFound,
                Message(GLADI_TEXT("In {0} there is no recording."), {session_folder.string()}));
  }
  const TakeFile first = take_files(session_folder).front();
  const fs::path media = session_folder / (first.final ? first.file : part_file_name(first.file));

  if (const auto journal = read_journal(session_folder)) {
    for (const TakeEvent& event : journal->events) {
      if (const auto* started = std::get_if<TakeStarted>(&event.what)) session.id = started->session_id;
      if (const auto* layout = std::get_if<LayoutChanged>(&event.what)) session.layout = layout->layout;
    }
  }
  if (!is_uuid(session.id)) session.id = make_uuid();
  const auto named = parse_folder_name(session_folder.filename().string());
  session.started_at = named ? named->started_at : changed_at(media);
  find_person(session_folder, named ? named->person_slug : session_folder.filename().string(), session);
  session.canvas = canvas_of(media);
  if (auto aside = set_aside(session_folder / "session.json"); !aside) return fail(std::move(aside));
  if (auto saved = save_session(session_folder, session); !saved) return fail(std::move(saved));
  return session;
}

}  // namespace gladi
