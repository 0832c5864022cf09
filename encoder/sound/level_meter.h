// What a level bar shows: peak and loudness of the last moments.
#pragma once

#include "encoder/base/media_time.h"

namespace gladi {

struct SoundLevel {
  static constexpr float kSilenceDbfs = -100.0F;
  float peak_dbfs =
      kSilenceDbfs;  // highest sample, falling 20 dB a second afterwards (IEC 60268-18 style bar)
  float rms_dbfs = kSilenceDbfs;  // over 300 ms
  int64_t clipped_samples = 0;    // samples at full scale since the start
  MediaTime heard_at;             // arrival of the newest sound; tells a dead source
};

// One thread at a time.
class LevelMeter {
 public:
  explicit LevelMeter(int sample_rate_hz) : sample_rate_hz_(sample_rate_hz) {}
  // Another source has another rate; the level goes on from where it was.
  void set_sample_rate(int sample_rate_hz) { sample_rate_hz_ = sample_rate_hz; }
  void add(const float* interleaved, int frames, int channels, MediaTime arrived_at);
  const SoundLevel& level() const { return level_; }

 private:
  int sample_rate_hz_;
  SoundLevel level_;
  double mean_square_ = 0;
};

}  // namespace gladi
