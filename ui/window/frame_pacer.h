// When to draw: at once after input and its answer, at a bounded rate when only the picture changed, never
// otherwise.
#pragma once

#include <algorithm>
#include <chrono>

#include "encoder/base/media_time.h"

namespace gladi {

// Main thread. Times are on the monotonic clock.
class FramePacer {
 public:
  // 30 a second with a GPU, 15 without: a frame drawn by the CPU takes 20 ms of it.
  explicit FramePacer(int most_fps) : interval_(MediaTime::from_count(1, most_fps)) {}

  // A person did something: draw now, and twice again for what ImGui settles a frame later.
  void on_input() {
    at_once_ = true;
    frames_left_ = std::max(frames_left_, 3);
  }
  // What a person asked for a moment ago is there now: as soon as what she did herself.
  void on_answer() {
    at_once_ = true;
    on_change();
  }
  // Something on the screen has changed by itself.
  void on_change() { frames_left_ = std::max(frames_left_, 1); }

  // Somebody did something since the last frame, or was answered.
  bool asked() const { return at_once_; }
  bool due(MediaTime now) const { return frames_left_ > 0 && (at_once_ || now >= next_at_); }
  void drawn(MediaTime now) {
    at_once_ = false;
    ++frames_drawn_;
    frames_left_ = std::max(0, frames_left_ - 1);
    next_at_ = now + interval_;
  }

  // How long the program may sleep: until the next frame is due, or `idle` when nothing waits.
  std::chrono::milliseconds sleep(MediaTime now, std::chrono::milliseconds idle) const {
    if (at_once_ && frames_left_ > 0) return std::chrono::milliseconds(0);
    const auto until_next =
        std::chrono::milliseconds(std::max<int64_t>(0, (next_at_ - now).ns + 999'999) / 1'000'000);
    return frames_left_ > 0 ? std::min(until_next, idle) : idle;
  }
  MediaTime interval() const { return interval_; }
  int64_t frames_drawn() const { return frames_drawn_; }

 private:
  MediaTime interval_;
  MediaTime next_at_;
  int64_t frames_drawn_ = 0;
  int frames_left_ = 3;
  bool at_once_ = true;
};

}  // namespace gladi
