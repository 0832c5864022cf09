#include "studio/library/indexed_sessions.h"

#include <algorithm>

#include "studio/library/session_scan.h"
#include "studio/library/take_files.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr int kMostAttempts = 3;  // each failure of the index ends in a simpler one, the last in memory

bool wanted_no_more(const std::atomic<bool>* cancel) {
  return cancel != nullptr && cancel->load();
}

std::vector<fs::path> session_folders(const fs::path& root) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (fs::directory_iterator it(root / "sessions", error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (!it->path().filename().string().starts_with('.') && it->is_directory(ignored))
      folders.push_back(it->path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace

IndexedSessions::IndexedSessions(const fs::path& library_root, IndexCheck check)
    : root_(library_root), index_(library_root / "index.sqlite", library_root / "sessions", check) {}

// Reads the folders that changed; false when the index broke on the way.
bool IndexedSessions::bring_up_to_date(std::vector<Error>& problems, std::vector<fs::path>& unreadable,
                                       const std::atomic<bool>* cancel) {
  std::map<std::string, FolderStamp> known;
  if (!index_.stamps(known)) return false;
  std::vector<IndexRow> changed;
  for (const fs::path& folder : session_folders(root_)) {
    if (wanted_no_more(cancel)) return index_.update(changed, {});
    const auto found = known.find(folder.filename().string());
    const bool unchanged = found != known.end() && found->second == stamp_of(folder);
    if (!unchanged) {
      auto row = read_row(folder);
      if (!row) {
        unreadable.push_back(folder);
        // A folder without session.json and without any recording is somebody else's.
        const bool foreign = row.error().kind == ErrorKind::kNotFound && take_files(folder).empty();
        if (!foreign) problems.push_back(std::move(row).error());
        continue;  // a row it may have is removed below
      }
      changed.push_back(std::move(*row));
    }
    if (found != known.end()) known.erase(found);
  }
  std::vector<std::string> gone;
  for (const auto& [name, stamp] : known) gone.push_back(name);
  return index_.update(changed, gone);
}

void IndexedSessions::refresh(const fs::path& session_folder) {
  const fs::path folder = root_ / "sessions" / session_folder.filename();
  if (auto row = read_row(folder)) {
    index_.update({*row}, {});
  } else {
    index_.update({}, {folder.filename().string()});
  }
}

std::vector<IndexRow> IndexedSessions::known() {
  std::vector<IndexRow> found;
  index_.newest_first(found);
  return found;
}

std::vector<IndexRow> IndexedSessions::rows(std::vector<Error>* problems, std::vector<fs::path>* unreadable,
                                            const std::atomic<bool>* cancel) {
  std::vector<IndexRow> found;
  std::vector<Error> trouble;
  std::vector<fs::path> damaged;
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    trouble.clear();
    damaged.clear();
    if (bring_up_to_date(trouble, damaged, cancel) && index_.newest_first(found)) break;
  }
  if (problems != nullptr) problems->insert(problems->end(), trouble.begin(), trouble.end());
  if (unreadable != nullptr) *unreadable = std::move(damaged);
  return found;
}

}  // namespace gladi
