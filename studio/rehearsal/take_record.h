// What a running take puts on the disk: its session folder, or folders when it had to go on in another place,
// with session.json, journal and parts.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "encoder/file/take_recorder.h"
#include "studio/library/library.h"
#include "studio/rehearsal/disk_watch.h"
#include "studio/session/journal.h"
#include "studio/session/session.h"

namespace gladi {

struct TakeRecordState {
  MediaTime safe_until;  // take time; before it everything that was recorded is on the disk
  MediaTime not_recorded;
  MediaTime disk_left;            // until the reserve is reached (DiskWatch::left)
  bool disk_low = false;          // time to think of another folder
  bool at_work = false;           // a new part is being begun
  std::optional<Error> problem;   // nothing is recorded now: go_on_in() or close()
  std::optional<Error> refused;   // why the folder chosen last can't be used
  bool encoder_replaced = false;  // one has failed, and another goes on with the take
  std::filesystem::path library;  // where it is recorded now
};

// The recorder's threads call it where they may wait for the disk. Everything public: one thread, unless said
// otherwise.
class TakeRecord final : private TakeRecorderListener {
 public:
  // Makes the session folder, opens encoder and files. kNoSpace when the disk has no more than its reserve.
  static Result<std::unique_ptr<TakeRecord>> create(Session session, const EncoderSettings& encoder,
                                                    const DiskRules& rules, Library& library,
                                                    const VideoEncoderFactory& video_encoder = {});
  ~TakeRecord() override;

  TakeRecorder& recorder() { return *recorder_; }
  const Session& session() const { return session_at_start_; }
  const std::filesystem::path& folder() const { return first_folder_; }

  // Into the journal at once. Comments go from there to their reviewers' files when the take is closed.
  void note(const TakeEvent& event);

  // The two below return at once: the take goes on in a new part, without a hole where that can be. False
  // while such work is under way.
  // In another library folder, made where it is missing, or in the same one again.
  bool go_on_in(const std::filesystem::path& library);
  // In the same folder, encoded in another way.
  bool go_on_with(const EncoderSettings& encoder);

  TakeRecordState state() const;  // any thread

  // Ends the take and writes down how; the recorder's feeds have been detached before. The folder to be
  // reviewed from: the first one where it can still be written. An error when session.json could be written
  // nowhere.
  Result<std::filesystem::path> close(const std::string& reason, const TakeCounters& counters,
                                      const std::optional<TakeSync>& sync);
  // Nothing was recorded: takes the folder away again.
  void abandon();

 private:
  TakeRecord(Session session, const EncoderSettings& encoder, const DiskRules& rules,
             std::filesystem::path folder);

  Status on_parts_changed(const std::vector<PartInfo>& parts) override;
  void on_take_safe(MediaTime safe_until) override;
  void on_take_interrupted(const Error& error) override;
  void on_part_refused(const Error& error) override;

  PartSettings next_part(const std::filesystem::path& folder) REQUIRES(mutex_);
  void list_parts(const std::vector<PartInfo>& parts) REQUIRES(mutex_);
  void note_gap(const std::vector<PartInfo>& parts);
  void look_at_disk();
  void sync_journal();
  Status save(const Session& session, const std::filesystem::path& needed) const;
  std::filesystem::path recording_folder() const;

  const Session session_at_start_;
  const DiskRules rules_;
  const std::filesystem::path first_folder_;
  std::unique_ptr<JournalWriter> journal_;

  mutable Mutex mutex_;
  Session session_ GUARDED_BY(mutex_);
  EncoderSettings encoder_ GUARDED_BY(mutex_);
  bool encoder_replaced_ GUARDED_BY(mutex_) = false;
  std::filesystem::path folder_ GUARDED_BY(mutex_);  // of the part that is recorded
  int last_number_ GUARDED_BY(mutex_) = 1;           // of a part; none is used twice, also after a refusal
  DiskWatch watch_ GUARDED_BY(mutex_);
  MediaTime safe_until_ GUARDED_BY(mutex_);
  size_t gaps_looked_at_ GUARDED_BY(mutex_) = 1;
  std::optional<Error> problem_ GUARDED_BY(mutex_);
  std::optional<Error> refused_ GUARDED_BY(mutex_);
  std::vector<TakeEvent> live_comments_ GUARDED_BY(mutex_);

  std::unique_ptr<TakeRecorder> recorder_;  // last: it calls this
};

}  // namespace gladi
