// Where the sound of a take goes, and in which form.
#pragma once

#include <cstdint>

#include "encoder/base/media_time.h"

namespace gladi {

// The form in which sound goes into a take.
struct SoundFormat {
  static constexpr int kSampleRateHz = 48'000;
  static constexpr int kChannels = 2;
};

// Takes the sound of a take without a hole: sample k belongs to start + k / 48000 s. Called on the audio
// thread.
class SoundSink {
 public:
  virtual ~SoundSink() = default;
  // `interleaved` holds `frames` stereo frames of SoundFormat; frames follow each other without gap or
  // overlap.
  virtual void on_sound(const float* interleaved, int frames) = 0;
};

struct SoundCounters {
  int64_t frames = 0;          // written to the sink
  int64_t silence_frames = 0;  // put in where nothing had arrived
  int64_t trimmed_frames = 0;  // left out where too much had arrived
  int64_t gaps = 0;            // places where either happened
  int64_t dropped_blocks = 0;  // lost because the ring was full

  // Where sound stands against where its device's clock says, jitter of the stamps taken out: positive when
  // it stands late. Over all blocks that were placed.
  MediaTime mean_lateness;
  MediaTime worst_lateness;  // the one farthest from 0
  double device_ppm = 0;     // how much faster than nominal the device runs, by now
};

}  // namespace gladi
