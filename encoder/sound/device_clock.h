// Finds a sound device's true rate and place in time from stamps that say when its blocks arrived.
#pragma once

#include <cstdint>

#include "encoder/base/media_time.h"

namespace gladi {

// A delay-locked loop of second order (F. Adriaensen, "Using a DLL to filter time", 2005) over one point a
// second: the earliest arrival. Sound comes late and in bursts (25 ms under PulseAudio; half of all blocks by
// more than 15 ms on a machine with a load of 30), so later blocks tell little, while the earliest of a
// second moved by less than 1 ms there. Stamps that may be too early as well would make it lean on the worst
// of them: so the point lies a little behind the earliest, towards the mean. With stamps that are off by up
// to ±5 ms either way the time found is 2.5 ms early. Frames are the source's, counted from when it started.
// One thread.
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
  bool settled() const { return points_ >= kFirstPoints; }
  // When the device took `frame`. Once known().
  MediaTime time_of(int64_t frame) const;
  // How much faster than its nominal rate the device runs; 0 until three seconds have been seen.
  double ppm() const { return (1 / (1 + stretch_) - 1) * 1e6; }

 private:
  static constexpr MediaTime kWindow = MediaTime::from_ms(1000);
  // The first points come sooner, so that a take can begin.
  static constexpr MediaTime kFirstWindow = MediaTime::from_ms(40);
  static constexpr int kFirstPoints = 8;
  static constexpr double kRateAfterSeconds = 3;
  static constexpr double kBandwidthHz = 0.005;
  static constexpr double kMostGain = 0.3;  // of a point once the place is known
  static constexpr double kMostStretch = 0.01;
  static constexpr MediaTime kMostBehind = MediaTime::from_ms(3);
  static constexpr double kBehindShare = 0.5;  // of the way from the earliest to the mean
  // What a single point may say at most. Early ones are believed more: nothing arrives before it was taken.
  static constexpr MediaTime kFar = MediaTime::from_ms(50);  // late by more: held up or lost
  static constexpr double kMostLateSeconds = 0.005;
  static constexpr double kMostEarlySeconds = 0.02;

  void close_window();
  void learn(double late_s, double elapsed_s);

  int rate_hz_;
  bool known_ = false;
  int64_t base_frame_ = 0;  // time_of() is a line through here
  MediaTime base_time_;
  double stretch_ = 0;  // seconds that the device takes for a nominal second, less one
  double seen_s_ = 0;   // of the device
  int64_t points_ = 0;  // since the place is being learned

  int64_t window_frame_ = 0;    // where the open window begins
  int64_t earliest_frame_ = 0;  // its earliest arrival so far
  MediaTime earliest_;          // against time_of(), as all of them
  MediaTime sum_;
  int64_t blocks_ = 0;
};

}  // namespace gladi
