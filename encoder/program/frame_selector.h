// Chooses the camera frame that was taken nearest to a program tick.
#pragma once

#include <deque>

#include "encoder/base/mutex.h"
#include "encoder/program/picture.h"

namespace gladi {

// Whether the camera gives pictures, as whoever watches it sees it.
enum class CameraPresence {
  kLive,
  kStalled,  // some pictures overdue: the last one is still shown
  kLost,     // gone: there is nothing to show
};

// The camera thread puts, the program thread picks. Taking the newest frame alone would delay pictures by
// half a frame on average; so the last few are kept and the tick is served a little later (ProgramFeed).
class FrameSelector {
 public:
  // Stamps must not go back; one that does starts a new sequence. A frame makes the camera live.
  void put(PicturePtr picture);
  // What the watch has found. False, and nothing happens, when a frame has come since frames_put() said
  // `seen`. A lost camera's frames are let go: pick() gives nothing until the next one.
  bool mark(CameraPresence presence, int64_t seen);
  CameraPresence presence() const;
  // The frame nearest to `tick`, null before the first. Older frames than the chosen one are let go.
  PicturePtr pick(MediaTime tick);
  // The newest frame, null before the first; takes nothing away from pick(). For whoever measures the clean
  // picture.
  PicturePtr newest() const;
  // Stamp of the newest frame; meaningful once has_frame().
  MediaTime newest_stamp() const;
  bool has_frame() const;
  int64_t frames_put() const;
  // Frames that were let go without ever having been picked.
  int64_t frames_skipped() const;
  void clear();

 private:
  // Moves the oldest frame to `released` and counts it if no tick chose it.
  void let_go(std::deque<PicturePtr>& released) REQUIRES(mutex_);

  static constexpr size_t kKept = 6;  // 200 ms at 30 fps: more than ticks are ever served late on purpose
  mutable Mutex mutex_;
  std::deque<PicturePtr> frames_ GUARDED_BY(mutex_);
  int64_t frames_put_ GUARDED_BY(mutex_) = 0;
  int64_t frames_skipped_ GUARDED_BY(mutex_) = 0;
  CameraPresence presence_ GUARDED_BY(mutex_) = CameraPresence::kLive;
  bool front_picked_ GUARDED_BY(mutex_) = false;
};

}  // namespace gladi
