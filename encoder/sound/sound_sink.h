// Where the sound of a take goes, and in which form.
#pragma once

#include <cstdint>

#include "encoder/base/lateness.h"

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

  Lateness lateness;      // of each block, against its device's clock: jitter of the stamps is taken out
  double device_ppm = 0;  // how much faster than nominal the device runs, by now
};

}  // namespace gladi
