// How a take's sound looks: peaks and loudness in small steps, at several resolutions.
#pragma once

#include <cstdint>
#include <vector>

#include "encoder/base/media_time.h"
#include "encoder/playback/sound_scan.h"

namespace gladi {

// The sound of a short time, in steps of 1 / 32767 of full scale. Both sides together.
struct WaveformBin {
  int16_t low = INT16_MAX;  // the lowest and the highest sample
  int16_t high = INT16_MIN;
  uint16_t rms = 0;

  bool recorded() const { return low <= high; }  // false where there is no sound at all: a gap
  friend bool operator==(const WaveformBin&, const WaveformBin&) = default;
};

// Constant once made, so several threads may read it. Holds 6 bytes for each 10 ms, and a third of that for
// the coarser levels.
class Waveform {
 public:
  static constexpr int kBinsPerSecond = 100;

  // `bins` follow each other from the take's time 0.
  explicit Waveform(std::vector<WaveformBin> bins);

  const std::vector<WaveformBin>& bins() const { return levels_.front(); }
  // What lies between two times, to the nearest bin but at least one; takes hardly longer for an hour than
  // for a second.
  WaveformBin between(MediaTime from, MediaTime to) const;
  // The largest sample, 0 to 1.
  double peak() const { return peak_; }

 private:
  std::vector<std::vector<WaveformBin>> levels_;  // each has a quarter of the bins of the one before
  double peak_ = 0;
};

// Makes a Waveform of what scan_sound() hands to it.
class WaveformMaker final : public SoundListener {
 public:
  Status hear(const SoundStretch& sound) override;
  // Whole: what comes later begins anew.
  Waveform finish();

 private:
  void close_bin();

  std::vector<WaveformBin> bins_;  // all before bin_
  int64_t bin_ = 0;                // the one being filled
  float low_ = 0, high_ = 0;
  double squares_ = 0;
  int samples_ = 0;
};

// A stretch of a take.
struct TakeStretch {
  MediaTime from;
  MediaTime to;
};

// Where the take goes quiet for at least `shortest` (dead air from 4 s on, COACHING). Quiet is judged against
// this take's own sound: nearer to its background than to its voice. What makes a noise for less than 0.2 s
// doesn't end it. Where nothing was recorded it isn't quiet.
std::vector<TakeStretch> quiet_stretches(const Waveform& waveform,
                                         MediaTime shortest = MediaTime::from_ms(4000));

}  // namespace gladi
