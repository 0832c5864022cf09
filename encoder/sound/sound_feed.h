// The audio thread: takes blocks from the ring, meters them, and lays them on the take's timeline.
#pragma once

#include <memory>

#include "encoder/base/clock.h"
#include "encoder/sound/level_meter.h"
#include "encoder/sound/sound_ring.h"

namespace gladi {

// The form in which sound goes into a take.
struct SoundFormat {
  static constexpr int kSampleRateHz = 48'000;
  static constexpr int kChannels = 2;
};

// Takes the sound of a take without a hole: sample k belongs to start + k / 48000 s. Called on the audio thread.
class SoundSink {
 public:
  virtual ~SoundSink() = default;
  // `interleaved` holds `frames` stereo frames of SoundFormat; frames follow each other without gap or overlap.
  virtual void on_sound(const float* interleaved, int frames) = 0;
};

struct SoundCounters {
  int64_t frames = 0;           // written to the sink
  int64_t silence_frames = 0;   // put in where nothing had arrived
  int64_t trimmed_frames = 0;   // left out where too much had arrived
  int64_t gaps = 0;             // places where either happened
  int64_t dropped_blocks = 0;   // lost because the ring was full
};

class SoundFeed {
 public:
  // `sample_rate_hz` is the source's. `clock` and `ring` must outlive the feed. Metering runs from construction on.
  SoundFeed(Clock& clock, SoundRing& ring, int sample_rate_hz);
  ~SoundFeed();

  SoundLevel level() const;  // any thread

  // From `start` (on `clock`, in the future) on all sound goes to `sink`, placed by its arrival stamps.
  void attach(SoundSink& sink, MediaTime start);
  // Returns when the sink has everything up to `end`, silence where nothing came; waits at most half a second for it.
  void detach(MediaTime end);

  SoundCounters counters() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
