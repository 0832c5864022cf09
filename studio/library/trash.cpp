#include "studio/library/trash.h"

#include <algorithm>
#include <optional>

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"
#include "studio/library/indexed_sessions.h"
#include "studio/library/leftovers.h"
#include "studio/library/session_scan.h"
#include "studio/library/take_title.h"
#include "studio/session/part_place.h"
#include "studio/session/session_file.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr const char* kNote = "trashed.json";  // when; nobody else reads it, also not after a restore
constexpr int kSchemaVersion = 1;

// Moves a folder into `to`, under its own name or one like it.
Result<fs::path> move_into(const fs::path& folder, const fs::path& to) {
  std::error_code error;
  const std::string name = folder.filename().string();
  for (int number = 1;; ++number) {
    const fs::path place = to / (number == 1 ? name : name + "-" + std::to_string(number));
    if (fs::exists(place, error)) continue;
    Status moved = platform::rename_durably(folder, place);
    if (moved) return place;
    if (!fs::exists(place, error)) return fail(std::move(moved));  // else somebody was quicker
  }
}

// Folders are named by who draws lists: nothing but a take of this place is ever moved or deleted.
Status check_place(const fs::path& folder, const fs::path& parent) {
  std::error_code error;
  if (fs::is_directory(folder, error) && fs::equivalent(folder.parent_path(), parent, error)) return {};
  return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("{0} is not there any more."), {folder.string()}));
}

WallTime trashed_at(const fs::path& folder) {
  const auto note = json_file::read(folder / kNote);
  return note ? json_file::wall_time_of(*note, "trashed_at").value_or(WallTime{}) : WallTime{};
}

// The folder of a part on a disk that isn't here. Where the disk is, and the folder gone from it, there is
// nothing left to lose sight of.
std::optional<fs::path> missing_disk(const fs::path& folder, const Session& session) {
  std::error_code error;
  for (const TakePart& part : session.parts) {
    if (part.root.empty() || !folder_of(folder, session, part).empty()) continue;
    if (!fs::is_directory(part.root.parent_path(), error)) return part.root;
  }
  return std::nullopt;
}

// Whether the list has this very take: a copy that was taken in while this one lay in the trash.
bool is_listed(const fs::path& root, const std::string& session_id) {
  const std::vector<IndexRow> rows = IndexedSessions(root).rows(nullptr);
  return std::any_of(rows.begin(), rows.end(),
                     [&](const IndexRow& row) { return row.take.session_id == session_id; });
}

}  // namespace

fs::path trash_of(const fs::path& library_root) {
  return library_root / "sessions" / ".trash";
}

Result<fs::path> throw_take_away(const fs::path& root, const fs::path& session_folder) {
  if (auto here = check_place(session_folder, root / "sessions"); !here) return fail(std::move(here));
  const auto session = load_session(session_folder);
  if (!session) return tl::unexpected(session.error());
  if (auto rest = check_at_rest(session_folder, *session); !rest) return fail(std::move(rest));
  if (auto made = platform::create_private_folder(trash_of(root)); !made) return fail(std::move(made));
  const json_file::Json note = {
      {"schema_version", kSchemaVersion},
      {"trashed_at", json_file::to_json(std::optional<WallTime>(std::chrono::system_clock::now()))}};
  if (auto noted = json_file::update(session_folder / kNote, note); !noted) return fail(std::move(noted));
  return move_into(session_folder, trash_of(root));
}

Result<fs::path> restore_take(const fs::path& root, const fs::path& trashed_folder) {
  if (auto here = check_place(trashed_folder, trash_of(root)); !here) return fail(std::move(here));
  const auto session = load_session(trashed_folder);
  if (session && !session->id.empty() && is_listed(root, session->id)) {
    return fail(ErrorKind::kInvalid,
                Message(GLADI_TEXT("\"{0}\" of {1} is in the list already, perhaps taken in again from "
                                   "a file. This copy stays in the trash."),
                        {session->title, session->person_name}));
  }
  auto place = move_into(trashed_folder, root / "sessions");
  if (place) static_cast<void>(platform::remove_durably(*place / kNote));
  return place;
}

std::vector<TrashedTake> trashed_takes(const fs::path& root, std::vector<Error>* problems) {
  std::vector<TrashedTake> found;
  std::error_code error;
  for (fs::directory_iterator it(trash_of(root), error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (!it->is_directory(ignored)) continue;
    auto row = read_row(it->path());
    if (row) {
      found.push_back({std::move(row->take), trashed_at(it->path())});
    } else if (problems != nullptr) {
      problems->push_back(std::move(row).error());
    }
  }
  std::sort(found.begin(), found.end(), [](const TrashedTake& a, const TrashedTake& b) {
    return a.trashed_at != b.trashed_at ? a.trashed_at > b.trashed_at : a.take.folder < b.take.folder;
  });
  return found;
}

Status delete_take(const fs::path& root, const fs::path& trashed_folder) {
  if (auto here = check_place(trashed_folder, trash_of(root)); !here) return here;
  if (const auto session = load_session(trashed_folder)) {
    if (const auto missing = missing_disk(trashed_folder, *session)) {
      return fail(
          ErrorKind::kNotFound,
          Message(
              GLADI_TEXT("Nothing of \"{0}\" of {1} was deleted: a part of it is on a disk that isn't "
                         "connected, in {2}. Please connect it and delete again. If that disk is gone for "
                         "good, delete the folder {3}."),
              {session->title, session->person_name, missing->string(), trashed_folder.string()}));
    }
    for (const fs::path& folder : folders_of(trashed_folder, *session)) {
      if (folder != trashed_folder) discard_session(folder);
    }
  }
  // Out of the trash in one step; what a crash leaves of it goes at the next start.
  const fs::path hidden = root / "sessions" / (".gone-" + make_uuid());
  if (auto moved = platform::rename_durably(trashed_folder, hidden); !moved) return moved;
  return platform::remove_all_durably(hidden);
}

}  // namespace gladi
