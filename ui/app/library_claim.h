// Which window rehearses: of several that are open on one library only the first; the others look on.
#pragma once

#include <filesystem>
#include <optional>

#include "encoder/base/error.h"
#include "encoder/base/media_time.h"
#include "studio/library/library_lock.h"

namespace gladi {

// Main thread.
class LibraryClaim {
 public:
  // Claims the library at once if nobody has it.
  explicit LibraryClaim(std::filesystem::path library_root);

  bool held() const { return lock_.has_value(); }
  // Who has it, as a sentence; nothing when this window does.
  const std::optional<Message>& kept_away() const { return kept_away_; }
  // Tries again each second; true when it has just become this window's, as the other one was closed.
  bool tick(MediaTime now);

 private:
  void try_to_take();

  const std::filesystem::path root_;
  std::optional<LibraryLock> lock_;
  std::optional<Message> kept_away_;
  MediaTime tried_at_;
};

}  // namespace gladi
