// Finds a sound device's true rate and place in time from stamps that say when its blocks arrived.
#pragma once

#include <cstdint>

#include "encoder/base/media_time.h"

namespace gladi {

// A delay-locked loop of second order (F. Adriaensen, "Using a DLL to filter time", 2005) over the earliest
// arrival of each 40 ms of sound. Sound may come late and in bursts (25 ms under PulseAudio), so the later
// blocks of a window tell nothing; the earliest of a much longer time would lean on the rare stamp that is
// too early. With stamps that are off by up to ±5 ms either way the time found is 3.3 ms early, with bursts
// of 25 ms up to 5 ms late. Frames are the source's, counted from when it started. One thread.
class DeviceClock {
 public:
  explicit DeviceClock(int nominal_rate_hz) : rate_hz_(nominal_rate_hz) {}

  // A block arrived whose last frame is `end_frame - 1`. Every block of the source in order.
  void add(int64_t end_frame, MediaTime arrived_at);
  // Sound was lost without being counted: the place is learned anew, the rate stays. The clock never finds
  // this out by itself.
  void relocate();

  bool known() const { return known_; }
  // Enough has been seen to trust time_of().
  bool settled() const { return points_ >= kSettledPoints; }
  // When the device took `frame`. Once known().
  MediaTime time_of(int64_t frame) const;
  // How much faster than its nominal rate the device runs; 0 until three seconds have been seen.
  double ppm() const { return (1 / (1 + stretch_) - 1) * 1e6; }

 private:
  static constexpr MediaTime kWindow = MediaTime::from_ms(40);
  static constexpr int kSettledPoints = 8;  // 320 ms
  static constexpr int kRatePoints = 75;    // 3 s: from here on the rate is learned too
  static constexpr double kBandwidthHz = 0.02;
  static constexpr double kMostStretch = 0.01;
  // What a single point may say at most. Early ones are believed more: nothing arrives before it was taken.
  static constexpr MediaTime kFar =
      MediaTime::from_ms(50);  // late by more: held up or lost, no word on the clock
  static constexpr double kMostLateSeconds = 0.005;
  static constexpr double kMostEarlySeconds = 0.02;

  void close_window();

  int rate_hz_;
  bool known_ = false;
  int64_t base_frame_ = 0;  // time_of() is a line through here
  MediaTime base_time_;
  double stretch_ = 0;            // seconds that the device takes for a nominal second, less one
  int64_t points_of_device_ = 0;  // windows seen
  int64_t points_ = 0;            // windows seen since the place is being learned

  int64_t window_frame_ = 0;    // where the open window begins
  int64_t earliest_frame_ = 0;  // its point so far
  MediaTime earliest_;          // that point's arrival, against time_of()
  bool window_empty_ = true;
};

}  // namespace gladi
