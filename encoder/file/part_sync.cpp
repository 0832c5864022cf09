#include "encoder/file/part_sync.h"

#include <utility>

#include "encoder/base/platform.h"

namespace gladi {

PartSync::PartSync(DurableOutput& output, RecorderListener& listener, std::function<void()> failed)
    : output_(output), listener_(listener), failed_(std::move(failed)), thread_(&PartSync::run, this) {}

PartSync::~PartSync() {
  end(false);
}

void PartSync::ask(MediaTime safe) {
  {
    MutexLock lock(mutex_);
    asked_ = safe;
  }
  changed_.notify_all();
}

Status PartSync::finish() {
  end(true);
  return status();
}

void PartSync::end(bool with_what_was_asked) {
  if (!thread_.joinable()) return;
  {
    MutexLock lock(mutex_);
    ended_ = true;
    if (!with_what_was_asked) asked_.reset();
  }
  changed_.notify_all();
  thread_.join();
}

Status PartSync::status() const {
  MutexLock lock(mutex_);
  return result_;
}

Status PartSync::sync_now(MediaTime safe) {
  if (Status synced = output_.sync_flushed(); !synced) return synced;
  safe_until_ns_ = safe.ns;
  listener_.on_fragment_safe(safe);
  return {};
}

void PartSync::run() {
  platform::name_this_thread("sync");
  for (;;) {
    MediaTime safe;
    {
      MutexLock lock(mutex_);
      while (!asked_ && !ended_) changed_.wait(mutex_);
      if (!asked_) return;
      safe = *std::exchange(asked_, std::nullopt);
    }
    if (Status synced = sync_now(safe); !synced) {
      {
        MutexLock lock(mutex_);
        result_ = std::move(synced);
      }
      return failed_();
    }
  }
}

}  // namespace gladi
