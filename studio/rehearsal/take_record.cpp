#include "studio/rehearsal/take_record.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "encoder/base/platform.h"
#include "studio/library/ballast.h"
#include "studio/library/leftovers.h"
#include "studio/library/take_files.h"
#include "studio/review/live_comments.h"
#include "studio/session/part_place.h"
#include "studio/session/session_file.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr int64_t kFatPartBytes = 3'500'000'000;  // FAT ends files at 4 GiB

std::string take_file(int number) {
  return number == 1 ? "take.mp4" : "take-" + std::to_string(number) + ".mp4";
}

// "take-2.part.mp4" → "take-2.mp4"
std::string final_name(const fs::path& part_file) {
  return part_file.stem().stem().string() + part_file.extension().string();
}

fs::path library_of(const fs::path& session_folder) {
  return session_folder.parent_path().parent_path();
}

bool is_encoders_fault(const Error& error) {
  return error.kind == ErrorKind::kInternal || error.kind == ErrorKind::kUnsupported;
}

Error reserve_reached(const fs::path& folder) {
  return {ErrorKind::kNoSpace,
          Message(GLADI_TEXT("The disk of {0} is nearly full: the recording stopped before it was."),
                  {library_of(folder).string()}),
          {}};
}

// A folder of this take on another disk; it may have been there before.
Status make_twin(const fs::path& folder, const std::string& session_id) {
  if (const auto there = load_session(folder)) {
    if (there->id == session_id) return {};
    return fail(ErrorKind::kBusy,
                Message(GLADI_TEXT("{0} belongs to another recording."), {folder.string()}));
  }
  return platform::create_private_folder(folder);
}

}  // namespace

TakeRecord::TakeRecord(Session session, const EncoderSettings& encoder, const DiskRules& rules,
                       fs::path folder)
    : session_at_start_(session),
      rules_(rules),
      first_folder_(folder),
      session_(std::move(session)),
      encoder_(encoder),
      folder_(std::move(folder)),
      watch_(rules, encoder) {}

TakeRecord::~TakeRecord() = default;

Result<std::unique_ptr<TakeRecord>> TakeRecord::create(Session session, const EncoderSettings& encoder,
                                                       const DiskRules& rules, Library& library,
                                                       const VideoEncoderFactory& video_encoder) {
  if (const auto space = rules.space(library.root())) {
    DiskWatch watch(rules, encoder);
    watch.update(space->free_bytes, 0, {});
    if (watch.reserve_reached()) {
      return fail(
          ErrorKind::kNoSpace,
          Message(GLADI_TEXT("The disk of {0} is too full to record: {1} MB are free, {2} MB are needed."),
                  {library.root().string(), std::to_string(space->free_bytes / 1'000'000),
                   std::to_string(watch.reserve_bytes() / 1'000'000)}));
    }
  }
  session.parts = {{take_file(1), {}, {}, false, describe(encoder), {}}};
  auto made = library.create_session(session);
  if (!made) return fail(std::move(made));
  std::unique_ptr<TakeRecord> record(new TakeRecord(session, encoder, rules, *made));
  auto journal = JournalWriter::open(*made);
  if (!journal) {
    record->abandon();
    return fail(std::move(journal));
  }
  record->journal_ = std::move(*journal);
  auto recorder = TakeRecorder::create(
      {session.canvas, session.person_name + " · " + session.title, rules.open_file, video_encoder},
      {*made / part_file_name(take_file(1)), encoder}, *record);
  if (!recorder) {
    record->abandon();
    return fail(std::move(recorder));
  }
  record->recorder_ = std::move(*recorder);
  return record;
}

void TakeRecord::abandon() {
  recorder_.reset();
  journal_.reset();
  discard_session(first_folder_);
}

void TakeRecord::note(const TakeEvent& event) {
  // What the disk doesn't take is kept and tried again with the next fragment.
  if (auto added = journal_->add(event); !added) spdlog::warn("journal: {}", added.error().english());
  if (!std::holds_alternative<LiveComment>(event.what)) return;
  MutexLock lock(mutex_);
  live_comments_.push_back(event);
}

PartSettings TakeRecord::next_part(const fs::path& folder) {
  return {folder / part_file_name(take_file(++last_number_)), encoder_};
}

bool TakeRecord::go_on_in(const fs::path& library) {
  MutexLock lock(mutex_);
  refused_.reset();
  const fs::path folder = fs::path(library) / "sessions" / first_folder_.filename();
  return recorder_->go_on(next_part(library == library_of(first_folder_) ? first_folder_ : folder));
}

bool TakeRecord::go_on_with(const EncoderSettings& encoder) {
  MutexLock lock(mutex_);
  PartSettings next = next_part(folder_);
  next.encoder = encoder;
  return recorder_->go_on(std::move(next));
}

void TakeRecord::list_parts(const std::vector<PartInfo>& parts) {
  session_.parts.clear();
  for (const PartInfo& info : parts) {
    const fs::path folder = info.settings.file.parent_path();
    session_.parts.push_back({final_name(info.settings.file), info.start, info.end - info.start, false,
                              describe(info.settings.encoder),
                              folder == first_folder_ ? fs::path() : folder});
  }
}

// Every folder of the take gets its session.json; `needed` is the one in which it must succeed.
Status TakeRecord::save(const Session& session, const fs::path& needed) const {
  std::vector<fs::path> folders{first_folder_, needed};
  for (const TakePart& part : session.parts)
    if (!part.root.empty()) folders.push_back(part.root);
  std::sort(folders.begin(), folders.end());
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  Status result;
  for (const fs::path& folder : folders) {
    Status saved = save_session(folder, seen_from(folder, first_folder_, session));
    if (folder == needed) {
      result = std::move(saved);
    } else if (!saved) {
      spdlog::warn("the other folder of a take: {}", saved.error().english());
    }
  }
  return result;
}

Status TakeRecord::on_parts_changed(const std::vector<PartInfo>& parts) {
  const fs::path folder = parts.back().settings.file.parent_path();
  Session session;
  fs::path left;
  bool moved = false;
  {
    MutexLock lock(mutex_);
    list_parts(parts);
    session = session_;
    moved = folder != folder_;
    left = folder_;
  }
  if (moved) {
    if (Status made = make_twin(folder, session.id); !made) return made;
  }
  if (Status saved = save(session, folder); !saved) return saved;
  if (moved) {
    if (Status there = journal_->move_to(folder); !there) return there;
    // A folder that was chosen and can't be used after all is not left behind.
    if (left != first_folder_ && take_files(left).empty()) discard_session(left);
  }
  MutexLock lock(mutex_);
  folder_ = folder;
  encoder_ = parts.back().settings.encoder;
  return {};
}

void TakeRecord::on_take_safe(MediaTime safe_until) {
  const std::vector<PartInfo> parts = recorder_->parts();
  if (!recorder_->at_work()) note_gap(parts);  // else the last one may only be announced
  sync_journal();
  {
    MutexLock lock(mutex_);
    safe_until_ = safe_until;
  }
  look_at_disk();
}

// Where parts don't meet, the journal says what is missing and why.
void TakeRecord::note_gap(const std::vector<PartInfo>& parts) {
  MediaTime from, length;
  {
    MutexLock lock(mutex_);
    if (parts.size() <= gaps_looked_at_) return;
    from = parts[gaps_looked_at_ - 1].end;
    length = parts[gaps_looked_at_].start - from;
    ++gaps_looked_at_;
  }
  if (length > MediaTime::from_ms(1)) note({from, Gap{"recording", length, "disk"}});
}

void TakeRecord::sync_journal() {
  Status synced = journal_->sync();
  if (synced) return;
  if (synced.error().kind == ErrorKind::kNoSpace && drop_ballast(library_of(recording_folder())))
    synced = journal_->sync();
  // Chapters and markers are promised as much as the picture.
  if (!synced) recorder_->end_part(synced.error());
}

void TakeRecord::look_at_disk() {
  const fs::path folder = recording_folder();
  const TakeRecorderCounters counters = recorder_->counters();
  bool full = false;
  if (const auto space = rules_.space(folder)) {
    MutexLock lock(mutex_);
    watch_.update(space->free_bytes, counters.bytes_written, counters.recorded);
    full = watch_.reserve_reached();
  }
  if (full) {
    recorder_->end_part(reserve_reached(folder));
    return;
  }
  int64_t limit = rules_.max_part_bytes;
  if (limit == 0 && platform::is_on_fat(folder)) limit = kFatPartBytes;
  if (limit == 0 || counters.part_bytes < limit) return;
  MutexLock lock(mutex_);
  recorder_->go_on(next_part(folder_));
}

void TakeRecord::on_take_interrupted(const Error& error) {
  spdlog::warn("the recording was interrupted: {}", error.english());
  if (error.kind == ErrorKind::kNoSpace) drop_ballast(library_of(recording_folder()));
  TakeEvent replaced;
  {
    MutexLock lock(mutex_);
    problem_ = error;
    // Software does it where hardware fails; where that failed there is nothing better.
    if (!is_encoders_fault(error) || encoder_.software()) return;
    PartSettings next = next_part(folder_);
    next.encoder = default_encoder_settings(session_.canvas);
    replaced = {safe_until_, EncoderReplaced{describe(encoder_), describe(next.encoder)}};
    if (!recorder_->go_on(std::move(next))) return;
    encoder_replaced_ = true;
  }
  note(replaced);
}

void TakeRecord::on_part_refused(const Error& error) {
  spdlog::warn("no new part: {}", error.english());
  MutexLock lock(mutex_);
  refused_ = error;
}

fs::path TakeRecord::recording_folder() const {
  MutexLock lock(mutex_);
  return folder_;
}

TakeRecordState TakeRecord::state() const {
  TakeRecordState state;
  state.not_recorded = recorder_->counters().not_recorded;
  // Under one lock with what on_take_interrupted() does: a take that goes on by itself never looks stopped.
  MutexLock lock(mutex_);
  state.at_work = recorder_->at_work();
  const bool interrupted = recorder_->interrupted();
  state.safe_until = safe_until_;
  state.disk_left = watch_.left();
  state.disk_low = watch_.low();
  if (interrupted) state.problem = problem_;
  state.refused = refused_;
  state.encoder_replaced = encoder_replaced_;
  state.library = library_of(folder_);
  return state;
}

Result<fs::path> TakeRecord::close(const std::string& reason, const TakeCounters& counters,
                                   const std::optional<TakeSync>& sync) {
  const Status finished = recorder_->finish();
  const TakeRecorderCounters recorded = recorder_->counters();
  const std::vector<PartInfo> parts = recorder_->parts();
  note_gap(parts);
  const MediaTime end = finished ? recorded.duration : recorded.safe_until;
  std::string how = reason;
  if (!finished) how = finished.error().kind == ErrorKind::kNoSpace ? "disk" : "failed";
  note({end, TakeEnded{how}});
  if (auto synced = journal_->sync(); !synced) spdlog::warn("journal: {}", synced.error().english());

  Session session;
  fs::path folder;
  std::vector<TakeEvent> live_comments;
  {
    MutexLock lock(mutex_);
    live_comments.swap(live_comments_);
    if (!finished && !problem_) problem_ = finished.error();
    safe_until_ = recorded.safe_until;
    list_parts(parts);
    session_.duration = end;
    session_.counters = counters;
    session_.sync = sync;
    session_.state = SessionState::kStopped;
    session = session_;
    folder = folder_;
  }
  // What can't be written down now is made whole from parts and journal at the next start.
  Status saved = save(session, folder);
  const auto first = load_session(first_folder_);
  const bool home = folder != first_folder_ && first && first->state == SessionState::kStopped;
  if (home) {
    if (auto copied = bring_journal_home(first_folder_, session); !copied)
      spdlog::warn("journal: {}", copied.error().english());
    folder = first_folder_;
  }
  if (auto filed = file_live_comments(folder, session.id, live_comments); !filed)
    spdlog::warn("comments made during the take: {}", filed.error().english());
  return home || saved ? Result<fs::path>(folder) : fail(std::move(saved));
}

}  // namespace gladi
