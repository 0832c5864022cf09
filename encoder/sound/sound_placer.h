// Lays the sound of a source on a take's timeline by the stamps with which it arrived. Pure logic, no thread.
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "encoder/sound/device_clock.h"
#include "encoder/sound/drift_control.h"
#include "encoder/sound/sound_block.h"
#include "encoder/sound/sound_resampler.h"
#include "encoder/sound/sound_timeline.h"

namespace gladi {

// Blocks that follow each other make one run without a break. A run is stretched by so much that it stays
// where the device's clock says, whatever rate the device really has; late bursts don't move it, nor does
// sound that a busy machine hands over in fits. Only when that clock and the run's place differ by more than
// kGap for good, or the source itself says that frames were lost, a new run begins where the clock says: a
// hole becomes silence, an overlap is cut off, both with fades. One thread at a time.
class SoundPlacer {
 public:
  static constexpr MediaTime kGap = MediaTime::from_ms(50);

  explicit SoundPlacer(int source_rate_hz) : rate_hz_(source_rate_hz), clock_(source_rate_hz) {}

  // Every block of the source in order, also before begin(): stamps are learned from all of them.
  void add(const SoundBlock& block);

  // Sample 0 belongs to `start`. `sink` must live until finish().
  void begin(SoundSink& sink, MediaTime start);
  // Puts in silence where nothing is known to lie before `time`. What arrives for it later is cut off.
  void fill_until(MediaTime time);
  // Nothing at or after `end` is written any more.
  void set_end(MediaTime end);
  // All sound before `time` has been added.
  bool covers(MediaTime time) const;
  // Completes the take up to the end set before.
  void finish();

  bool active() const { return timeline_.has_value(); }
  // Of the take that runs or ran last.
  SoundCounters counters() const;
  // Of the same take: gaps that have ended since this was asked last; after finish() all.
  std::vector<SoundGap> take_gaps();

 private:
  // How long stamps must contradict before it is a loss and not a burst that comes late: a busy machine holds
  // sound up for longer than one thinks.
  static constexpr MediaTime kCertain = MediaTime::from_ms(350);
  // Of all that is late: see moved_for_good().
  static constexpr MediaTime kEarliestOf = MediaTime::from_ms(50);
  static constexpr MediaTime kSteady = MediaTime::from_ms(20);        // what the earliest of them may differ
  static constexpr MediaTime kLongestFit = MediaTime::from_ms(3000);  // what is late for longer stays late
  static constexpr size_t kMostPending = 400;

  // Sound that follows on without a break.
  struct Run {
    SoundResampler resampler;
    DriftControl drift;
    int64_t next_frame = 0;  // the source's frame that continues it
    int64_t position = 0;    // in the take, of what comes out of the resampler next
  };

  MediaTime late_by(const SoundBlock& block) const;
  int64_t position_of(MediaTime time) const;
  void place_pending(bool undecided_too);
  bool decide(bool undecided_too);
  bool moved_for_good(bool seen_enough) const;
  void place(const SoundBlock& block);
  bool continues_run(const SoundBlock& block) const;
  MediaTime run_lateness() const;
  void begin_run(const SoundBlock& block);
  void steer();
  void append_run();
  void end_run();

  int rate_hz_;  // of the newest block
  DeviceClock clock_;
  int64_t next_frame_ = 0;  // the source's frame after the newest block

  std::optional<SoundTimeline> timeline_;
  SoundCounters last_counters_;
  std::vector<SoundGap> last_gaps_;
  MediaTime start_;
  std::deque<SoundBlock> pending_;                        // not placed yet
  MediaTime in_place_at_;                                 // when sound last came when the clock expects it
  SoundGap::Cause hole_ = SoundGap::Cause::kNothingCame;  // why the next run doesn't follow on the last one

  std::optional<Run> run_;
  std::vector<float> stereo_;
  Lateness lateness_;
};

}  // namespace gladi
