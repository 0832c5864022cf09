// Measures from claps how much later a microphone's sound is stamped than a camera's picture of the same
// moment.
#pragma once

#include <optional>
#include <vector>

#include "encoder/base/mutex.h"
#include "encoder/program/program_feed.h"
#include "encoder/sound/sound_sink.h"
#include "studio/rehearsal/motion_end_finder.h"
#include "studio/rehearsal/onset_finder.h"

namespace gladi {

struct ClapResult {
  MediaTime offset;  // positive: sound comes late
  MediaTime spread;  // of the clap that fits least
  int claps = 0;     // that agree
};

// Attached to both feeds of a stage in place of a recorder, so that it measures by the very stamps that takes
// are made with. The feeds' threads give, any thread asks.
class ClapMeter final : public ProgramSink, public SoundSink {
 public:
  // `start` is what both feeds are attached with.
  explicit ClapMeter(MediaTime start) : start_(start) {}

  void on_program_frame(const PicturePtr& frame, int64_t index, int repeats) override;
  void on_sound(const float* interleaved, int frames) override;

  int claps() const;  // that agree so far
  // Nothing while fewer than kEnough claps agree.
  std::optional<ClapResult> result() const;

  static constexpr int kEnough = 3;
  // More than this is no delay of devices but chance: a word spoken while somebody moves.
  static constexpr MediaTime kMost = MediaTime::from_ms(300);
  // A camera sees a clap up to a picture late: at 15 a second that is 67 ms, half of it to either side.
  static constexpr MediaTime kAgree = MediaTime::from_ms(40);

 private:
  std::optional<ClapResult> agreed() const;

  const MediaTime start_;
  MotionEndFinder motions_;  // the program thread's
  OnsetFinder onsets_;       // the audio thread's

  mutable Mutex mutex_;
  std::vector<MediaTime> seen_ GUARDED_BY(mutex_);
  std::vector<MediaTime> heard_ GUARDED_BY(mutex_);
};

}  // namespace gladi
