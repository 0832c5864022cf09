#include "studio/library/leftovers.h"

#include <algorithm>
#include <string>

#include "encoder/base/platform.h"
#include "encoder/file/finalise.h"
#include "studio/library/library_lock.h"
#include "studio/library/take_files.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr const char* kDiscarded = ".gone-";

bool is_ours(const std::string& name) {
  return name == "session.json" || name == "session.json.tmp" || name == "journal.jsonl";
}

void remove_beginning_with(const fs::path& folder, const std::string& beginning) {
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    // What can't be removed is no harm where it is.
    if (it->path().filename().string().starts_with(beginning))
      static_cast<void>(platform::remove_all_durably(it->path()));
  }
}

}  // namespace

void discard_session(const fs::path& session_folder) {
  const fs::path hidden = session_folder.parent_path() / (kDiscarded + make_uuid());
  if (platform::rename_durably(session_folder, hidden))
    static_cast<void>(platform::remove_all_durably(hidden));
}

bool never_began(const fs::path& session_folder) {
  const auto session = load_session(session_folder);
  if (!session || session->read_only() || session->state != SessionState::kRecording) return false;
  const auto journal = read_journal(session_folder);
  if (!journal || !journal->events.empty() || journal->unreadable_lines > 0) return false;

  const std::vector<TakeFile> files = take_files(session_folder);
  std::error_code error;
  for (fs::directory_iterator it(session_folder, error), end; it != end; it.increment(error)) {
    if (error) return false;
    const std::string name = it->path().filename().string();
    const bool part = std::any_of(files.begin(), files.end(), [&](const TakeFile& file) {
      return file.part && name == part_file_name(file.file);
    });
    if (!part && !is_ours(name)) return false;
    if (!part) continue;
    const auto playable = playable_duration(it->path());
    if (playable || playable.error().kind != ErrorKind::kDamaged) return false;
  }
  return !error;
}

void sweep_leftovers(const fs::path& root) {
  const auto lock = LibraryLock::try_take(root, LibraryUse::kTake);
  if (!lock) return;
  const fs::path sessions = root / "sessions";
  for (const char* beginning : {".new-", kDiscarded}) remove_beginning_with(sessions, beginning);
  for (const fs::path& folder : {root, root / "people", sessions}) remove_beginning_with(folder, ".gladi-");
}

}  // namespace gladi
