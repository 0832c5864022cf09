#include "studio/rehearsal/motion_end_finder.h"

#include <algorithm>
#include <cstdlib>

namespace gladi {
namespace {

constexpr int kStep = 4;              // in both directions: hands are larger than that
constexpr int kClearly = 24;          // of 255: beyond the noise of a cheap camera in a dim room
constexpr double kMoves = 0.004;      // of the picture: hands at two metres
constexpr double kStillMoves = 0.15;  // of the most that this motion has moved
constexpr int kCalmPictures = 2;

}  // namespace

double MotionEndFinder::moved_share(const Picture& picture) {
  std::vector<uint8_t> now;
  now.reserve(static_cast<size_t>(picture.width_px / kStep + 1) *
              static_cast<size_t>(picture.height_px / kStep + 1));
  for (int y = 0; y < picture.height_px; y += kStep) {
    const uint8_t* row = picture.y.data + static_cast<ptrdiff_t>(y) * picture.y.stride;
    for (int x = 0; x < picture.width_px; x += kStep) now.push_back(row[x]);
  }
  size_t moved = 0;
  if (now.size() == before_.size()) {
    for (size_t i = 0; i < now.size(); ++i) moved += std::abs(now[i] - before_[i]) > kClearly ? 1 : 0;
  }
  before_ = std::move(now);
  return static_cast<double>(moved) / static_cast<double>(before_.size());
}

std::optional<MediaTime> MotionEndFinder::add(const Picture& picture) {
  if (before_stamp_ == picture.stamp) return std::nullopt;
  const MediaTime stamp_before = before_stamp_.value_or(picture.stamp);
  before_stamp_ = picture.stamp;
  const double moved = moved_share(picture);
  if (moved >= std::max(kMoves, kStillMoves * peak_)) {
    const double share = peak_ > 0 && calm_ == 0 ? std::min(1.0, moved / moved_before_) : 0.5;
    ended_at_ = stamp_before + MediaTime::from_seconds((picture.stamp - stamp_before).seconds() * share);
    peak_ = std::max(peak_, moved);
    moved_before_ = moved;
    calm_ = 0;
    return std::nullopt;
  }
  if (peak_ == 0 || ++calm_ < kCalmPictures) return std::nullopt;
  peak_ = 0;
  return ended_at_;
}

}  // namespace gladi
