// The ear at the other end of a DriftingMicrophone.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>
#include <vector>

#include "encoder/base/mutex.h"
#include "encoder/sound/sound_sink.h"
#include "tests/support/drifting_microphone.h"

namespace gladi::test {

// Hears the same tone in a take. `start` is the take's, as true time since the microphone's `zero`.
class ToneEar : public SoundSink {
 public:
  explicit ToneEar(MediaTime start) : start_s_(start.seconds()) {}

  struct Rise {
    double at_s;     // in the take
    double late_ms;  // against where it belongs; told apart up to 20 ms
  };

  void on_sound(const float* interleaved, int frames) override {
    MutexLock lock(mutex_);
    for (int i = 0; i < frames; ++i) listen(interleaved[2 * i]);
    heard_more_.notify_all();
  }
  // False when it takes unreasonably long.
  bool wait_until_heard(int64_t frames) {
    MutexLock lock(mutex_);
    while (frames_ < frames) {
      if (!heard_more_.wait_for(mutex_, std::chrono::seconds(60))) return frames_ >= frames;
    }
    return true;
  }
  std::vector<Rise> rises() const {
    MutexLock lock(mutex_);
    return rises_;
  }
  // The sharpest bend from one sample to the next. The tone's own is 4e-6; one sample left out makes 1e-3.
  float sharpest_bend() const {
    MutexLock lock(mutex_);
    return sharpest_bend_;
  }
  int64_t frames() const {
    MutexLock lock(mutex_);
    return frames_;
  }

 private:
  void listen(float sample) REQUIRES(mutex_) {
    if (frames_ >= 2) sharpest_bend_ = std::max(sharpest_bend_, std::abs(sample - 2 * last_ + before_last_));
    if (frames_ > 0 && last_ < 0 && sample >= 0) {
      const double between = last_ / static_cast<double>(last_ - sample);
      const double at_s = (static_cast<double>(frames_ - 1) + between) / SoundFormat::kSampleRateHz;
      const double turns = (start_s_ + at_s) * kToneHz;
      rises_.push_back({at_s, (turns - std::round(turns)) / kToneHz * 1000});
    }
    before_last_ = std::exchange(last_, sample);
    ++frames_;
  }

  const double start_s_;
  mutable Mutex mutex_;
  Condition heard_more_;
  std::vector<Rise> rises_ GUARDED_BY(mutex_);
  int64_t frames_ GUARDED_BY(mutex_) = 0;
  float last_ GUARDED_BY(mutex_) = 0, before_last_ GUARDED_BY(mutex_) = 0;
  float sharpest_bend_ GUARDED_BY(mutex_) = 0;
};

}  // namespace gladi::test
