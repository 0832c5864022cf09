// The audio thread: takes blocks from the ring, meters them, and lays them on the take's timeline.
#pragma once

#include <memory>
#include <vector>

#include "encoder/base/clock.h"
#include "encoder/sound/level_meter.h"
#include "encoder/sound/sound_gap.h"
#include "encoder/sound/sound_ring.h"
#include "encoder/sound/sound_sink.h"

namespace gladi {

class SoundFeed {
 public:
  // `sample_rate_hz` is the source's, for blocks that don't tell theirs. `clock` and `ring` must outlive the
  // feed. Metering runs from construction on.
  SoundFeed(Clock& clock, SoundRing& ring, int sample_rate_hz);
  ~SoundFeed();

  SoundLevel level() const;  // any thread

  // From `start` (on `clock`, in the future) on all sound goes to `sink`, placed by its arrival stamps.
  void attach(SoundSink& sink, MediaTime start);
  // Announces where the take ends, without waiting: nothing at or after `end` goes to the sink. Called when
  // something else has to be waited for before detach(); what the sink has got by then can't be taken back.
  void end_at(MediaTime end);
  // The same, and returns when the sink has everything up to `end`, silence where nothing came; waits at most
  // half a second for it.
  void detach(MediaTime end);

  SoundCounters counters() const;
  // The take's gaps that have ended since this was asked last, each once: for the journal. After detach() the
  // rest of them. Any thread.
  std::vector<SoundGap> take_gaps();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
