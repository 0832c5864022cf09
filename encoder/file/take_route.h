// The way of a take's pictures and sound into the part that records them. Private to encoder/file.
#pragma once

#include <functional>
#include <limits>

#include "encoder/base/mutex.h"
#include "encoder/file/recorder.h"
#include "encoder/file/take_hold.h"

namespace gladi {

// What belongs to no part just now is held: it goes into the next one. Recorders are only used while they are
// on the route; the locks are never held across I/O.
class TakeRoute {
 public:
  explicit TakeRoute(const Canvas& canvas) : canvas_(canvas) {}

  void on_program_frame(const PicturePtr& frame, int64_t index, int repeats);  // program thread
  void on_sound(const float* interleaved, int frames);                         // audio thread

  // Ends the current part at a frame that neither picture nor sound has passed yet, and tells which.
  int64_t cut();
  bool cut_reached() const;  // the part has all that comes before the cut
  // Takes the recorder off the route at once, where it is on it.
  void take_off(const Recorder* recorder);
  // Gives a recorder everything from frame `from` on, first what is held, then what comes. `first` is told
  // the frame it really begins with. Returns when it has caught up, or `given_up` says so. One thread at a
  // time.
  void lead_to(Recorder& recorder, int64_t from, const std::function<void(int64_t)>& first,
               const std::function<bool()>& given_up);
  // What lies before `frame` is safe.
  void forget_before(int64_t frame);

  int64_t next_frame() const;

 private:
  static constexpr int64_t kOpenEnd = std::numeric_limits<int64_t>::max();
  int64_t sample_of(int64_t frame) const;
  int64_t frame_from(int64_t sample) const;  // the first one that begins at `sample` or after it
  void hold_more(bool more);
  int64_t first_held(int64_t from) const REQUIRES(picture_mutex_);
  void give_all(Recorder& recorder, int64_t from, const std::function<void(int64_t)>& first,
                const std::function<bool()>& given_up);
  void lead_sound_to(Recorder& recorder, int64_t from, const std::function<bool()>& given_up);

  const Canvas canvas_;

  mutable Mutex picture_mutex_;
  HeldPictures pictures_ GUARDED_BY(picture_mutex_);
  Recorder* picture_to_ GUARDED_BY(picture_mutex_) = nullptr;
  int64_t picture_from_ GUARDED_BY(picture_mutex_) = 0;
  int64_t picture_end_ GUARDED_BY(picture_mutex_) = kOpenEnd;

  // Taken after picture_mutex_ where both are needed.
  mutable Mutex sound_mutex_;
  HeldSound sound_ GUARDED_BY(sound_mutex_);
  Recorder* sound_to_ GUARDED_BY(sound_mutex_) = nullptr;
  int64_t sound_from_ GUARDED_BY(sound_mutex_) = 0;
  int64_t sound_end_ GUARDED_BY(sound_mutex_) = kOpenEnd;
};

}  // namespace gladi
