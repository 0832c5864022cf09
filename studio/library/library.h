// A library folder: people and takes on this computer. Files are the truth; the index only makes lists quick.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "studio/people/group_store.h"
#include "studio/people/people_store.h"
#include "studio/people/trainer_store.h"
#include "studio/session/session.h"

namespace gladi {

// One line of the list of takes.
struct TakeSummary {
  std::string session_id;
  std::filesystem::path folder;
  std::string person_id;
  std::string person_name;
  std::string title;
  WallTime started_at;
  MediaTime duration;
  SessionState state = SessionState::kReady;
  int comments = 0;
  bool reviewed = false;            // by somebody else than the person and who only watched
  std::filesystem::path thumbnail;  // cache/thumbnail.jpg; may not be there yet
};

// Main thread, unless said otherwise.
class Library {
 public:
  // Creates the folders where they are missing. A library that is there and can't be written just now (its
  // disk has become read-only) is opened all the same: its takes can be watched, and check_writable() tells
  // why no more. A clear error when there is none.
  static Result<std::unique_ptr<Library>> open(const std::filesystem::path& root);
  ~Library();

  const std::filesystem::path& root() const;
  PeopleStore& people();
  GroupStore& groups();  // classes
  TrainerStore& trainers();

  // Makes <root>/sessions/<date>T<time>-<slug>/ with session.json in state kRecording. Fills in session.id if
  // empty. Touches only files, not the index: any thread. The caller holds the LibraryLock of a take.
  Result<std::filesystem::path> create_session(Session& session);

  // Newest first, from the index. Sessions that the index doesn't know yet are added, vanished ones removed;
  // damaged ones are told in `problems` (may be null) and left alone.
  std::vector<TakeSummary> takes(std::vector<Error>* problems = nullptr);
  // By UUID, unique beginning of one (4 letters or more), or folder (path or name). kNotFound, or kInvalid
  // when several fit.
  Result<TakeSummary> find(const std::string& session);
  // Throws the index away and builds it from the files.
  Status reindex();
  // Reads this session's files again after they changed.
  void refresh(const std::filesystem::path& session_folder);

  // Folders for finish_session: cut off (state kRecording, and not `running`), stopped but not yet final, or
  // with a part file where the final one should be, whatever session.json says or whether it can be read.
  // Left out: what is being recorded or made final just now, by whichever program, newer versions' sessions,
  // and those in which nothing was recorded. A folder that was cut off before its take began holds nothing
  // and is taken away.
  std::vector<std::filesystem::path> interrupted(const std::filesystem::path& running = {}) const;

 private:
  Library();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The two below touch only files and may run on the background worker.

// Makes every part of a stopped or interrupted take final, with chapters from its journal; writes
// session.json and the thumbnail. kRecording becomes kRecovered, kStopped becomes kReady. Nothing that is
// playable is ever deleted.
Result<Session> finish_session(const std::filesystem::path& session_folder,
                               const std::function<void(double)>& progress = {},
                               const std::atomic<bool>* cancel = nullptr);

// cache/thumbnail.jpg, made again if missing.
Status make_thumbnail(const std::filesystem::path& session_folder, const Session& session);

// Whether people and takes can be kept in this library just now; else one sentence on what has happened and
// what to do. Writes a few bytes for a moment: any thread, not each second on a disk that can be written.
Status check_writable(const std::filesystem::path& library);

// What to tell a person whose library lies where files can't be kept from others (FAT, exFAT); nothing
// elsewhere.
std::optional<Message> privacy_warning(const std::filesystem::path& library);

// ~/Gladi: where the takes of this user go unless told otherwise. Not below ~/.local/share: people look for
// their recordings with the file manager, to copy them to a stick, and hidden folders are never found.
std::filesystem::path default_library_folder();

}  // namespace gladi
