// journal.jsonl: the as-run record, one event a line, on the disk as soon as the picture around it is.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "encoder/base/mutex.h"
#include "encoder/base/platform.h"
#include "studio/session/take_event.h"

namespace gladi {

// Any thread. A line is handed to the system at once (a kill loses nothing); sync() puts it on the disk.
// add() never waits for a sync() of another thread: the file is open twice, each end with a lock of its own.
// What a full disk refuses is kept and tried again with the next line and the next sync().
class JournalWriter {
 public:
  // Goes on behind what is there; a torn last line stays torn.
  static Result<std::unique_ptr<JournalWriter>> open(const std::filesystem::path& session_folder);
  Status add(const TakeEvent& event);
  Status sync();
  // Goes on in another folder: all lines of this writer are written there again, so that the journal there is
  // whole by itself. On an error it stays where it is. Waits for the disk.
  Status move_to(const std::filesystem::path& session_folder);

 private:
  JournalWriter(platform::DurableFile lines, platform::DurableFile disk, bool torn)
      : lines_(std::move(lines)), disk_(std::move(disk)), torn_(torn) {}
  Status write_pending() REQUIRES(lines_mutex_);
  Mutex lines_mutex_;
  std::string text_ GUARDED_BY(lines_mutex_);  // all lines of this writer
  size_t written_ GUARDED_BY(lines_mutex_) = 0;
  platform::DurableFile lines_ GUARDED_BY(lines_mutex_);
  Mutex disk_mutex_;
  platform::DurableFile disk_ GUARDED_BY(disk_mutex_);
  bool torn_ GUARDED_BY(lines_mutex_);  // the last line has no end: the next one begins with a line break
};

// Reads as far as lines are whole: a torn last line is what a power cut leaves, no error. Lines of unknown
// type (a newer version's) are skipped. A journal that isn't there gives no events.
struct JournalContent {
  std::vector<TakeEvent> events;  // by time
  int unreadable_lines = 0;
};
Result<JournalContent> read_journal(const std::filesystem::path& session_folder);

// The stretch of a take in which one rundown segment ran.
struct RunSegment {
  int segment = 0;
  std::string product_id;
  MediaTime start;
  MediaTime end;
};
std::vector<RunSegment> segments_as_run(const std::vector<TakeEvent>& events, MediaTime take_duration);

}  // namespace gladi
