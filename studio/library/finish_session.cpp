#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>

#include "encoder/file/finalise.h"
#include "encoder/file/loudness.h"
#include "encoder/file/media_info.h"
#include "studio/base/json_file.h"
#include "studio/library/chapters.h"
#include "studio/library/library.h"
#include "studio/library/session_rebuild.h"
#include "studio/library/take_files.h"
#include "studio/review/live_comments.h"
#include "studio/session/journal.h"
#include "studio/session/part_place.h"
#include "studio/session/session_file.h"
#include "studio/session/take_waveform.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

using Progress = std::function<void(double)>;

// What lies in the file is the trouble, not the disk, the rights or the person's own wish.
bool is_about_content(const Error& error) {
  return error.kind == ErrorKind::kDamaged || error.kind == ErrorKind::kUnsupported ||
         error.kind == ErrorKind::kInvalid;
}

Error nothing_recorded(const fs::path& folder) {
  return {
      ErrorKind::kDamaged,
      Message(GLADI_TEXT("In {0} nothing was recorded that can be played. Its files were left as they are."),
              {folder.string()}),
      {}};
}

Result<Session> load_or_rebuild(const fs::path& folder) {
  auto session = load_session(folder);
  if (session) return session;
  const ErrorKind kind = session.error().kind;
  const bool lost = kind == ErrorKind::kDamaged || kind == ErrorKind::kNotFound;
  if (!lost || take_files(folder).empty()) return session;
  spdlog::warn("building a new session.json: {}", session.error().english());
  return rebuild_session(folder);
}

// A part that was begun just before the cut may not be listed yet.
void adopt_unlisted_parts(const fs::path& folder, Session& session) {
  for (const TakeFile& found : take_files(folder)) {
    const bool listed = std::any_of(session.parts.begin(), session.parts.end(),
                                    [&](const TakePart& part) { return part.file == found.file; });
    if (!listed) session.parts.push_back({found.file, {}, {}, false, {}});
  }
}

class Finisher {
 public:
  Finisher(const fs::path& folder, Session& session, const Progress& progress,
           const std::atomic<bool>* cancel)
      : folder_(folder), session_(session), progress_(progress), cancel_(cancel) {
    if (auto home = bring_journal_home(folder, session); !home)
      spdlog::warn("a take without its last chapters: {}", home.error().english());
    if (auto journal = read_journal(folder)) {
      events_ = std::move(journal->events);
    } else {
      spdlog::warn("a take without its chapters: {}", journal.error().english());
    }
  }

  // Makes each part final; an error when one can't be just now.
  Status run() {
    MediaTime end;
    for (size_t i = 0; i < session_.parts.size(); ++i) {
      TakePart& part = session_.parts[i];
      // A part that was only found has no place of its own; it came after the others.
      if (i > 0 && part.start == MediaTime{}) part.start = end;
      const TakePart before = part;
      if (auto finished = finish(part, i); !finished) return finished;
      end = std::max(end, part.start + part.duration);
      const bool changed = part.finalised != before.finalised || part.duration != before.duration;
      if (!changed) continue;
      // Saved after each part: a kill costs no work.
      if (auto saved = save_everywhere(folder_, session_); !saved) return saved;
    }
    end_where_the_next_begins();
    session_.duration = end;
    return {};
  }

  // Loudness for the take's certificate, and how its sound looks, in one go. Only a wish to stop keeps the
  // take from being ready; it goes on next time.
  Status measure_sound() {
    if (session_.loudness) return {};
    auto meter = LoudnessMeter::create();
    if (!meter) return fail(std::move(meter));
    WaveformMaker waveform;
    const std::array<SoundListener*, 2> listeners{meter->get(), &waveform};
    auto heard = scan_sound(final_parts(), listeners, cancel_);
    if (heard) {
      session_.loudness = (*meter)->loudness();
      heard = save_waveform(folder_, session_, waveform.finish());
    }
    if (!heard && heard.error().kind == ErrorKind::kCancelled) return heard;
    if (!heard) spdlog::warn("a take whose sound isn't measured: {}", heard.error().english());
    return {};
  }

  // For takes that never came to do it themselves; comments that are there already stay as they are.
  void file_comments() const {
    if (auto filed = file_live_comments(folder_, session_.id, events_); !filed)
      spdlog::warn("comments made during the take: {}", filed.error().english());
  }

  bool something_plays() const {
    return std::any_of(session_.parts.begin(), session_.parts.end(),
                       [](const TakePart& part) { return part.finalised; });
  }

  // A recovered take's journal says how it ended, unless it came to say so itself.
  void note_recovery() {
    const bool ended = std::any_of(events_.begin(), events_.end(), [](const TakeEvent& event) {
      return std::holds_alternative<TakeEnded>(event.what);
    });
    if (ended) return;
    auto journal = JournalWriter::open(folder_);
    Status noted =
        journal ? (*journal)->add({session_.duration, TakeEnded{"recovered"}}) : fail(std::move(journal));
    if (noted) noted = (*journal)->sync();
    if (!noted)
      spdlog::warn("the journal doesn't say that the take was recovered: {}", noted.error().english());
  }

 private:
  std::vector<PlayerPart> final_parts() const {
    std::vector<PlayerPart> parts = parts_to_play(folder_, session_);
    for (size_t i = parts.size(); i-- > 0;) {
      if (!session_.parts[i].finalised) parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return parts;
  }

  // A part whose disk failed may hold a little more than was safe: the next one has that again.
  void end_where_the_next_begins() {
    TakePart* before = nullptr;
    for (TakePart& part : session_.parts) {
      if (part.duration <= MediaTime{}) continue;
      if (before != nullptr && before->start < part.start)
        before->duration = std::min(before->duration, part.start - before->start);
      before = &part;
    }
  }

  Status finish(TakePart& part, size_t index) {
    const fs::path folder = folder_of(folder_, session_, part);
    if (folder.empty()) return {};  // its disk isn't here: it stays as it is
    std::error_code error;
    const fs::path part_file = folder / part_file_name(part.file);
    const fs::path final_file = folder / part.file;
    const bool final_there = fs::exists(final_file, error);
    if (fs::exists(part_file, error)) {
      auto made = make_final(part, part_file, final_file, index);
      if (made) {
        part.duration = *made;
        part.finalised = true;
        return {};
      }
      if (!is_about_content(made.error())) return fail(std::move(made));
      spdlog::warn("{} stays as it is: {}", part_file.string(), made.error().english());
    }
    part.finalised = final_there && measure(part, final_file);
    if (!part.finalised) part.duration = {};
    return {};
  }

  Result<MediaTime> make_final(const TakePart& part, const fs::path& part_file, const fs::path& final_file,
                               size_t index) {
    const auto playable = playable_duration(part_file);
    if (!playable) return playable;
    FinaliseOptions options;
    options.part_file = part_file;
    options.final_file = final_file;
    options.chapters = chapters_of(session_, events_, part.start, *playable);
    options.title =
        session_.title.empty() ? session_.person_name : session_.person_name + " · " + session_.title;
    const Progress share = [&](double done) {
      if (progress_)
        progress_((static_cast<double>(index) + done) / static_cast<double>(session_.parts.size()));
    };
    auto made = finalise(options, share, cancel_);
    if (!made) return fail(std::move(made));
    return made->duration;
  }

  bool measure(TakePart& part, const fs::path& final_file) const {
    if (part.finalised && part.duration > MediaTime{}) return true;
    const auto info = probe_media(final_file);
    if (!info || info->duration <= MediaTime{}) return false;
    part.duration = info->duration;
    return true;
  }

  const fs::path& folder_;
  Session& session_;
  const Progress& progress_;
  const std::atomic<bool>* cancel_;
  std::vector<TakeEvent> events_;
};

}  // namespace

Result<Session> finish_session(const fs::path& session_folder, const Progress& progress,
                               const std::atomic<bool>* cancel) {
  if (is_being_worked_on(session_folder)) {
    return fail(ErrorKind::kBusy,
                Message(GLADI_TEXT("The rehearsal in {0} is still being recorded or made ready."),
                        {session_folder.string()}));
  }
  auto loaded = load_or_rebuild(session_folder);
  if (!loaded) return loaded;
  Session session = std::move(*loaded);
  if (session.read_only()) return tl::unexpected(json_file::newer(session_folder / "session.json"));
  if (session.nothing_recorded) return tl::unexpected(nothing_recorded(session_folder));

  adopt_unlisted_parts(session_folder, session);
  Finisher finisher(session_folder, session, progress, cancel);
  if (auto finished = finisher.run(); !finished) return fail(std::move(finished));
  if (!finisher.something_plays()) {
    session.nothing_recorded = true;
    if (auto saved = save_session(session_folder, session); !saved) return fail(std::move(saved));
    return tl::unexpected(nothing_recorded(session_folder));
  }
  if (auto measured = finisher.measure_sound(); !measured) return fail(std::move(measured));
  if (session.state == SessionState::kRecording) {
    finisher.note_recovery();
    finisher.file_comments();
    session.state = SessionState::kRecovered;
  } else if (session.state == SessionState::kStopped) {
    finisher.file_comments();
    session.state = SessionState::kReady;
  }
  if (auto saved = save_everywhere(session_folder, session); !saved) return fail(std::move(saved));
  if (auto made = make_thumbnail(session_folder, session); !made) {
    spdlog::warn("no thumbnail: {}", made.error().english());  // derived: it can be made another time
  }
  return session;
}

}  // namespace gladi
