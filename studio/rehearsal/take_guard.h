// Watches over what a running take has put on the disk.
#pragma once

#include <atomic>
#include <filesystem>
#include <optional>

#include "encoder/file/recorder.h"
#include "studio/session/journal.h"

namespace gladi {

// The recorder calls it on the writer thread: the place for everything that may wait for the disk. Getters:
// any thread.
class TakeGuard final : public RecorderListener {
 public:
  // `journal` must outlive the guard.
  TakeGuard(std::filesystem::path session_folder, JournalWriter& journal)
      : session_folder_(std::move(session_folder)), journal_(journal) {}

  void on_fragment_safe(MediaTime safe_until) override;
  void on_recorder_failed(const Error& error) override;

  MediaTime safe_until() const { return {safe_until_ns_.load(std::memory_order_relaxed)}; }
  int64_t free_bytes() const { return free_bytes_.load(std::memory_order_relaxed); }  // -1: not known yet
  std::optional<Error> problem() const;

 private:
  const std::filesystem::path session_folder_;
  JournalWriter& journal_;
  std::atomic<int64_t> safe_until_ns_{0};
  std::atomic<int64_t> free_bytes_{-1};
  mutable Mutex mutex_;
  std::optional<Error> problem_ GUARDED_BY(mutex_);
};

}  // namespace gladi
