#include "studio/overlay/rising_hearts.h"

namespace gladi {

std::vector<FloatingHeart> RisingHearts::at(MediaTime now, int64_t total) {
  std::erase_if(hearts_, [now](const Heart& heart) { return now - heart.since >= kLife; });
  const bool room = hearts_.size() < kMost && (hearts_.empty() || now - hearts_.back().since >= kApart);
  if (total > seen_ && room) {
    place_ = place_ * 1664525 + 1013904223;  // only for the look: nothing depends on it
    hearts_.push_back({now, static_cast<int>(total % FloatingHeart::kSprites), (place_ >> 16) / 65535.0});
    // The others of this moment were given too; they would only be a cloud.
    seen_ = total;
  }
  std::vector<FloatingHeart> shown;
  for (const Heart& heart : hearts_) {
    shown.push_back({heart.sprite, heart.x, (now - heart.since).seconds() / kLife.seconds()});
  }
  return shown;
}

}  // namespace gladi
