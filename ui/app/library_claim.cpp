#include "ui/app/library_claim.h"

namespace gladi {
namespace {
constexpr MediaTime kTryEvery = MediaTime::from_ms(1000);
}

LibraryClaim::LibraryClaim(std::filesystem::path library_root) : root_(std::move(library_root)) {
  try_to_take();
}

bool LibraryClaim::tick(MediaTime now) {
  if (held() || now - tried_at_ < kTryEvery) return false;
  tried_at_ = now;
  try_to_take();
  return held();
}

void LibraryClaim::try_to_take() {
  auto lock = LibraryLock::try_take(root_, LibraryUse::kStudio);
  if (lock) {
    lock_.emplace(std::move(*lock));
    kept_away_.reset();
  } else {
    kept_away_ = lock.error().message;
  }
}

}  // namespace gladi
