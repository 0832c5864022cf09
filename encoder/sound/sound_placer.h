// Lays the sound of a source on a take's timeline by the stamps with which it arrived. Pure logic, no thread.
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "encoder/sound/arrival_envelope.h"
#include "encoder/sound/sound_block.h"
#include "encoder/sound/sound_resampler.h"
#include "encoder/sound/sound_timeline.h"

namespace gladi {

// Blocks that follow each other are placed sample by sample after each other; late bursts don't move them.
// Only when the stamps contradict the place by more than kGap, or the source itself says that frames were
// lost, a new run begins where the stamps say: a hole becomes silence, an overlap is cut off, both with
// fades. So what survived a loss is never packed together. One thread at a time.
class SoundPlacer {
 public:
  static constexpr MediaTime kGap = MediaTime::from_ms(50);

  explicit SoundPlacer(int source_rate_hz) : rate_hz_(source_rate_hz) {}

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

  // How much later (or, negative, earlier) sound arrives by now than where it is placed: jitter taken out, so
  // what is left is the drift of the device's clock. A correction of the rate starts from this.
  MediaTime deviation() const;

 private:
  // How long stamps must contradict before it is a loss and not a burst that comes late.
  static constexpr MediaTime kCertain = MediaTime::from_ms(150);
  static constexpr size_t kMostPending = 400;

  MediaTime time_of(int64_t frame) const { return MediaTime::from_count(frame, rate_hz_); }
  MediaTime offset_of(const SoundBlock& block) const;
  int64_t position_of(MediaTime time) const;
  void place_pending(bool undecided_too);
  bool decide(bool undecided_too);
  void place(const SoundBlock& block);
  void end_run();

  int rate_hz_;  // of the newest block
  ArrivalEnvelope envelope_;
  int64_t next_frame_ = 0;  // the source's frame after the newest block

  std::optional<SoundTimeline> timeline_;
  SoundCounters last_counters_;
  MediaTime start_;
  std::deque<SoundBlock> pending_;   // not placed yet
  std::optional<MediaTime> offset_;  // when frame 0 was taken, as far as samples are placed now

  std::optional<SoundResampler> run_;
  MediaTime run_offset_;
  int64_t run_next_frame_ = 0;
  std::vector<float> stereo_;
};

}  // namespace gladi
