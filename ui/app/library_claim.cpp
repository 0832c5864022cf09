#include "ui/app/library_claim.h"

#include "studio/library/library.h"

namespace gladi {
namespace {
constexpr MediaTime kTryEvery = MediaTime::from_ms(1000);
}

LibraryClaim::LibraryClaim(std::filesystem::path library_root) : root_(std::move(library_root)) {
  try_to_take();
}

std::optional<Message> LibraryClaim::tick(MediaTime now) {
  if (held() || now - tried_at_ < kTryEvery) return std::nullopt;
  tried_at_ = now;
  const bool waited_for_another = by_another_;
  try_to_take();
  if (!held()) return std::nullopt;
  return Message(waited_for_another
                     ? GLADI_TEXT("The other window has been closed: you can rehearse here now.")
                     : GLADI_TEXT("The disk can be written again: you can rehearse here now."));
}

void LibraryClaim::try_to_take() {
  auto lock = LibraryLock::try_take(root_, LibraryUse::kStudio);
  if (lock) {
    lock_.emplace(std::move(*lock));
    kept_away_.reset();
    return;
  }
  by_another_ = lock.error().kind == ErrorKind::kBusy;
  const Status writable = by_another_ ? Status() : check_writable(root_);
  kept_away_ = writable ? lock.error().message : writable.error().message;
}

}  // namespace gladi
