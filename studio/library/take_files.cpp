#include "studio/library/take_files.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "encoder/base/platform.h"
#include "studio/library/library_lock.h"
#include "studio/session/part_place.h"
#include "studio/session/session_file.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

// "" → 1, "-2" → 2; nullopt for anything else.
std::optional<int> number_of(std::string_view suffix) {
  if (suffix.empty()) return 1;
  if (suffix.size() < 2 || suffix.size() > 5 || suffix.front() != '-') return std::nullopt;
  int number = 0;
  for (const char c : suffix.substr(1)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

std::vector<TakeFile> take_files(const fs::path& session_folder) {
  std::map<int, TakeFile> found;
  std::error_code error;
  for (fs::directory_iterator it(session_folder, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    std::string_view stem = name;
    if (!stem.starts_with("take") || !stem.ends_with(".mp4")) continue;
    stem.remove_prefix(4);
    stem.remove_suffix(4);
    const bool part = stem.ends_with(".part");
    if (part) stem.remove_suffix(5);
    const auto number = number_of(stem);
    if (!number) continue;
    TakeFile& file = found[*number];
    file.file = "take" + std::string(stem) + ".mp4";
    file.number = *number;
    (part ? file.part : file.final) = true;
  }
  std::vector<TakeFile> files;
  for (auto& [number, file] : found) files.push_back(std::move(file));
  return files;
}

bool is_being_worked_on(const fs::path& session_folder) {
  // <library>/sessions/<folder>
  if (take_files(session_folder).empty() && take_is_running(session_folder.parent_path().parent_path()))
    return true;
  std::vector<fs::path> folders{session_folder};
  // A take that went on in another folder has nothing locked here.
  if (const auto session = load_session(session_folder)) folders = folders_of(session_folder, *session);
  for (const fs::path& folder : folders) {
    for (const TakeFile& file : take_files(folder)) {
      if (!file.part) continue;
      const auto lock = platform::FileLock::take(folder / part_file_name(file.file));
      if (!lock && lock.error().kind == ErrorKind::kBusy) return true;
    }
  }
  return false;
}

}  // namespace gladi
