// Which window rehearses: of several that are open on one library only the first; the others look on. On a
// disk that can't be written all of them do.
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
  // Why this window only looks on: who has the library, or what is wrong with its disk. Nothing when it is
  // this window's.
  const std::optional<Message>& kept_away() const { return kept_away_; }
  // Tries again each second. What has happened, as a sentence, when it has just become this window's.
  std::optional<Message> tick(MediaTime now);

 private:
  void try_to_take();

  const std::filesystem::path root_;
  std::optional<LibraryLock> lock_;
  std::optional<Message> kept_away_;
  bool by_another_ = false;  // another window has it
  MediaTime tried_at_;
};

}  // namespace gladi
