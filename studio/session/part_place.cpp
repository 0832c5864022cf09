#include "studio/session/part_place.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "encoder/base/platform.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
}  // namespace

fs::path folder_of(const fs::path& session_folder, const Session& session, const TakePart& part) {
  if (part.root.empty() || part.root == session_folder) return session_folder;
  // A session folder may have come on somebody's stick: only a folder that says itself that it belongs to
  // this take is touched.
  const auto there = load_session(part.root);
  return there && there->id == session.id ? part.root : fs::path();
}

fs::path media_of(const fs::path& session_folder, const Session& session, const TakePart& part) {
  const fs::path folder = folder_of(session_folder, session, part);
  if (folder.empty()) return {};
  std::error_code ignored;
  const fs::path whole = folder / part.file;
  return fs::exists(whole, ignored) ? whole : folder / part_file_name(part.file);
}

std::vector<PlayerPart> parts_to_play(const fs::path& session_folder, const Session& session) {
  std::vector<PlayerPart> parts;
  for (const TakePart& part : session.parts) {
    const fs::path media = media_of(session_folder, session, part);
    parts.push_back({media.empty() ? part.root / part.file : media, part.start});
  }
  return parts;
}

std::vector<fs::path> folders_of(const fs::path& session_folder, const Session& session) {
  std::vector<fs::path> folders{session_folder};
  for (const TakePart& part : session.parts) {
    const fs::path folder = folder_of(session_folder, session, part);
    if (!folder.empty() && std::find(folders.begin(), folders.end(), folder) == folders.end())
      folders.push_back(folder);
  }
  return folders;
}

Session seen_from(const fs::path& other, const fs::path& session_folder, Session session) {
  for (TakePart& part : session.parts) {
    const fs::path folder = part.root.empty() ? session_folder : part.root;
    part.root = folder == other ? fs::path() : folder;
  }
  return session;
}

Status save_everywhere(const fs::path& session_folder, const Session& session) {
  for (const fs::path& folder : folders_of(session_folder, session)) {
    if (folder == session_folder) continue;
    const auto saved = save_session(folder, seen_from(folder, session_folder, session));
    if (!saved) spdlog::warn("the other folder of a take: {}", saved.error().english());
  }
  return save_session(session_folder, session);
}

Status bring_journal_home(const fs::path& session_folder, const Session& session) {
  const auto events_in = [](const fs::path& folder) {
    const auto journal = read_journal(folder);
    return journal ? journal->events.size() : 0;
  };
  const std::vector<fs::path> folders = folders_of(session_folder, session);
  const auto fullest =
      std::max_element(folders.begin(), folders.end(),
                       [&](const fs::path& a, const fs::path& b) { return events_in(a) < events_in(b); });
  if (*fullest == session_folder) return {};
  const auto lines = platform::read_file(*fullest / "journal.jsonl");
  if (!lines) return tl::unexpected(lines.error());
  return platform::write_file_atomically(session_folder / "journal.jsonl", *lines);
}

}  // namespace gladi
