#include "studio/rehearsal/take_guard.h"

namespace gladi {

void TakeGuard::on_fragment_safe(MediaTime safe_until) {
  if (auto synced = journal_.sync(); !synced) on_recorder_failed(synced.error());
  safe_until_ns_.store(safe_until.ns, std::memory_order_relaxed);
  if (const auto space = platform::disk_space(session_folder_)) {
    free_bytes_.store(space->free_bytes, std::memory_order_relaxed);
  }
}

void TakeGuard::on_recorder_failed(const Error& error) {
  MutexLock lock(mutex_);
  if (!problem_) problem_ = error;  // the first is the cause, later ones its consequences
}

std::optional<Error> TakeGuard::problem() const {
  MutexLock lock(mutex_);
  return problem_;
}

}  // namespace gladi
