#include "studio/library/library.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "encoder/base/platform.h"
#include "studio/base/platform.h"
#include "studio/library/folder_name.h"
#include "studio/library/indexed_sessions.h"
#include "studio/library/interrupted.h"
#include "studio/library/leftovers.h"
#include "studio/library/session_scan.h"
#include "studio/library/take_files.h"
#include "studio/session/session_file.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr size_t kShortestId = 4;

fs::path sessions_of(const fs::path& root) {
  return root / "sessions";
}

// Asking for rights says less than writing: sticks with a lock, full disks and quotas show only then.
Status probe_writing(const fs::path& folder) {
  const fs::path probe = folder / (".gladi-" + make_uuid());
  auto file = platform::DurableFile::create(probe);
  Status written = file ? file->write("gladi", 5) : fail(std::move(file));
  if (written) written = file->close();
  std::error_code ignored;
  fs::remove(probe, ignored);  // its name has never been synced: see platform::remove_durably
  return written;
}

Error unusable(const fs::path& root, Error why) {
  if (platform::is_on_read_only_disk(root)) {
    return {ErrorKind::kRefused,
            Message(GLADI_TEXT("The disk of {0} is read-only, perhaps because it is damaged. Please have it "
                               "checked, or choose another folder."),
                    {root.string()}),
            std::move(why).detail};
  }
  const std::string detail = why.english();
  return {
      why.kind,
      Message(GLADI_TEXT("Recordings can't be kept in {0}. Please choose another folder."), {root.string()}),
      detail};
}

bool same_folder(const fs::path& a, const fs::path& b) {
  std::error_code error;
  return fs::equivalent(a, b, error);
}

std::vector<fs::path> find_interrupted(IndexedSessions& sessions, const fs::path& running,
                                       const std::atomic<bool>* cancel) {
  std::vector<fs::path> found;
  const auto add = [&](const fs::path& folder) {
    if (!running.empty() && same_folder(folder, running)) return;
    if (is_being_worked_on(folder)) return;
    if (never_began(folder)) {
      discard_session(folder);
    } else {
      found.push_back(folder);
    }
  };
  std::vector<fs::path> unreadable;
  for (const IndexRow& row : sessions.rows(nullptr, &unreadable, cancel)) {
    const bool unfinished =
        row.take.state == SessionState::kRecording || row.take.state == SessionState::kStopped;
    if (!row.read_only && !row.nothing_recorded && (unfinished || row.waits_to_be_finished))
      add(row.take.folder);
  }
  for (const fs::path& folder : unreadable) {
    const std::vector<TakeFile> files = take_files(folder);
    if (std::any_of(files.begin(), files.end(), [](const TakeFile& file) { return file.part; })) add(folder);
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

struct Library::Impl {
  explicit Impl(const fs::path& folder)
      : root(folder),
        people(folder / "people"),
        groups(folder / "groups"),
        trainers(folder / "trainers"),
        sessions(folder) {}

  const fs::path root;
  PeopleStore people;
  GroupStore groups;
  TrainerStore trainers;
  IndexedSessions sessions;
};

Library::Library() = default;
Library::~Library() = default;

Result<std::unique_ptr<Library>> Library::open(const fs::path& root) {
  std::error_code error;
  const fs::path absolute = fs::absolute(root, error);
  if (auto writable = check_writable(absolute); writable) {
    sweep_leftovers(absolute);
  } else {
    if (!fs::is_directory(sessions_of(absolute), error)) return fail(std::move(writable));
    spdlog::warn("{}", writable.error().english());
  }
  auto library = std::unique_ptr<Library>(new Library());
  library->impl_ = std::make_unique<Impl>(absolute);
  return library;
}

const fs::path& Library::root() const {
  return impl_->root;
}

GroupStore& Library::groups() {
  return impl_->groups;
}

TrainerStore& Library::trainers() {
  return impl_->trainers;
}

PeopleStore& Library::people() {
  return impl_->people;
}

Result<fs::path> Library::create_session(Session& session) {
  if (session.id.empty()) session.id = make_uuid();
  if (session.started_at == WallTime{}) session.started_at = std::chrono::system_clock::now();
  session.state = SessionState::kRecording;
  const fs::path sessions = sessions_of(impl_->root);
  // Made whole under a hidden name: nobody ever sees a session folder without its session.json.
  const fs::path hidden = sessions / (".new-" + session.id);
  std::error_code error;
  const auto give_up = [&](Error why) {
    static_cast<void>(platform::remove_all_durably(hidden));
    return tl::unexpected(std::move(why));
  };
  if (auto made = platform::create_private_folder(hidden); !made) return fail(std::move(made));
  if (auto saved = save_session(hidden, session); !saved) return give_up(std::move(saved).error());
  const std::string name = session_folder_name(session.started_at, session.person_name);
  for (int number = 1;; ++number) {
    const fs::path folder = sessions / (number == 1 ? name : name + "-" + std::to_string(number));
    if (fs::exists(folder, error)) continue;
    Status renamed = platform::rename_durably(hidden, folder);
    if (!renamed && fs::exists(folder, error)) continue;  // somebody was quicker
    if (!renamed) return give_up(std::move(renamed).error());
    return folder;
  }
}

std::vector<TakeSummary> Library::takes(std::vector<Error>* problems) {
  std::vector<TakeSummary> found;
  for (IndexRow& row : impl_->sessions.rows(problems)) {
    if (!row.nothing_recorded) {
      found.push_back(std::move(row.take));
    } else if (problems != nullptr) {
      problems->push_back(
          {ErrorKind::kDamaged,
           Message(GLADI_TEXT("In {0} nothing was recorded that can be played. Its files were left as "
                              "they are."),
                   {row.take.folder.string()}),
           {}});
    }
  }
  return found;
}

Result<TakeSummary> Library::find(const std::string& session) {
  std::error_code error;
  const fs::path named =
      session.find('/') == std::string::npos ? sessions_of(impl_->root) / session : fs::path(session);
  const fs::path folder = !session.empty() && fs::is_directory(named, error) ? named : fs::path(session);
  if (!session.empty() && session != "." && session != ".." && fs::exists(folder / "session.json", error)) {
    auto row = read_row(fs::weakly_canonical(folder, error));
    if (!row) return fail(std::move(row));
    return std::move(row->take);
  }
  std::vector<TakeSummary> fitting;
  if (session.size() >= kShortestId) {
    for (IndexRow& row : impl_->sessions.rows(nullptr)) {
      if (row.take.session_id.starts_with(session)) fitting.push_back(std::move(row.take));
    }
  }
  if (fitting.size() == 1) return fitting.front();
  if (fitting.empty()) {
    return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("There is no recording \"{0}\" in {1}."),
                                              {session, impl_->root.string()}));
  }
  return fail(ErrorKind::kInvalid,
              Message(GLADI_TEXT("{0} recordings begin with \"{1}\": write more of the number."),
                      {std::to_string(fitting.size()), session}));
}

Status Library::reindex() {
  impl_->sessions.index().start_over();
  impl_->sessions.rows(nullptr);
  if (impl_->sessions.index().on_disk()) return {};
  return fail(ErrorKind::kIo, Message(GLADI_TEXT("The list of recordings {0} can't be written."),
                                      {(impl_->root / "index.sqlite").string()}));
}

void Library::refresh(const fs::path& session_folder) {
  impl_->sessions.refresh(session_folder);
}

std::vector<fs::path> Library::interrupted(const fs::path& running) const {
  return find_interrupted(impl_->sessions, running, nullptr);
}

std::vector<fs::path> interrupted_takes(const fs::path& library, const std::atomic<bool>* cancel) {
  IndexedSessions sessions(library);
  return find_interrupted(sessions, {}, cancel);
}

Status check_writable(const fs::path& library) {
  for (const fs::path& folder : {library, library / "people", sessions_of(library)}) {
    Status usable = platform::create_private_folder(folder);
    if (usable) usable = probe_writing(folder);
    if (!usable) return tl::unexpected(unusable(library, std::move(usable).error()));
  }
  return {};
}

std::optional<Message> privacy_warning(const fs::path& library) {
  std::error_code error;
  if (!fs::is_directory(library, error) || platform::keeps_files_private(library)) return std::nullopt;
  return Message(GLADI_TEXT("The disk of {0} knows no owners: everybody who can use it sees the recordings."),
                 {library.string()});
}

fs::path default_library_folder() {
  return platform::home_folder() / "Gladi";
}

}  // namespace gladi
