#include "encoder/program/frame_selector.h"

#include <utility>

namespace gladi {

void FrameSelector::put(PicturePtr picture) {
  std::deque<PicturePtr>
      released;  // freed after the lock: pixels may belong to a decoder with locks of its own
  MutexLock lock(mutex_);
  if (!frames_.empty() && picture->stamp < frames_.back()->stamp) {
    while (!frames_.empty()) let_go(released);
  }
  frames_.push_back(std::move(picture));
  presence_ = CameraPresence::kLive;
  ++frames_put_;
  if (frames_.size() > kKept) let_go(released);
}

PicturePtr FrameSelector::pick(MediaTime tick) {
  std::deque<PicturePtr> released;
  MutexLock lock(mutex_);
  if (frames_.empty()) return nullptr;
  // Of two frames equally near the older one is taken: the newer one is nearer to what comes next.
  while (frames_.size() > 1 && abs(frames_[1]->stamp - tick) < abs(frames_[0]->stamp - tick)) {
    let_go(released);
  }
  front_picked_ = true;
  return frames_.front();
}

bool FrameSelector::mark(CameraPresence presence, int64_t seen) {
  std::deque<PicturePtr> released;
  MutexLock lock(mutex_);
  if (frames_put_ != seen) return false;
  presence_ = presence;
  while (presence == CameraPresence::kLost && !frames_.empty()) let_go(released);
  return true;
}

CameraPresence FrameSelector::presence() const {
  MutexLock lock(mutex_);
  return presence_;
}

PicturePtr FrameSelector::newest() const {
  MutexLock lock(mutex_);
  return frames_.empty() ? nullptr : frames_.back();
}

MediaTime FrameSelector::newest_stamp() const {
  MutexLock lock(mutex_);
  return frames_.empty() ? MediaTime{} : frames_.back()->stamp;
}

bool FrameSelector::has_frame() const {
  MutexLock lock(mutex_);
  return !frames_.empty();
}

int64_t FrameSelector::frames_put() const {
  MutexLock lock(mutex_);
  return frames_put_;
}

int64_t FrameSelector::frames_skipped() const {
  MutexLock lock(mutex_);
  return frames_skipped_;
}

void FrameSelector::clear() {
  std::deque<PicturePtr> released;
  MutexLock lock(mutex_);
  while (!frames_.empty()) let_go(released);
}

void FrameSelector::let_go(std::deque<PicturePtr>& released) {
  if (!front_picked_) ++frames_skipped_;
  front_picked_ = false;
  released.push_back(std::move(frames_.front()));
  frames_.pop_front();
}

}  // namespace gladi
