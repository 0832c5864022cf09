// Brings what the writer of a part has written onto the disk. Private to encoder/file.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <thread>

#include "encoder/base/mutex.h"
#include "encoder/file/durable_output.h"
#include "encoder/file/recorder.h"

namespace gladi {

// On a thread of its own: a disk that takes its time, for the part or for the journal, mustn't keep the next
// fragment from being written, as what is written survives a crash of the program.
class PartSync {
 public:
  // `failed` is called once, on that thread. All three must outlive this.
  PartSync(DurableOutput& output, RecorderListener& listener, std::function<void()> failed);
  ~PartSync();  // what was asked for and hasn't begun is not done

  // Everything before `safe` (time of the part) has been flushed. Never waits; where the disk is behind, one
  // sync serves for several calls.
  void ask(MediaTime safe);
  // Does what was asked for and ends the thread. The first failure, if any.
  Status finish();
  // By the caller itself, after finish().
  Status sync_now(MediaTime safe);

  MediaTime safe_until() const { return {safe_until_ns_}; }  // any thread
  Status status() const;                                     // any thread

 private:
  void run();
  void end(bool with_what_was_asked);

  DurableOutput& output_;
  RecorderListener& listener_;
  const std::function<void()> failed_;
  std::atomic<int64_t> safe_until_ns_ = 0;

  mutable Mutex mutex_;
  Condition changed_;
  std::optional<MediaTime> asked_ GUARDED_BY(mutex_);
  bool ended_ GUARDED_BY(mutex_) = false;
  Status result_ GUARDED_BY(mutex_);

  std::thread thread_;
};

}  // namespace gladi
