#include "encoder/sound/device_clock.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gladi {

void DeviceClock::add(int64_t end_frame, MediaTime arrived_at) {
  if (!known_) {
    known_ = true;
    base_frame_ = window_frame_ = end_frame;
    base_time_ = arrived_at;
  }
  const MediaTime late = arrived_at - time_of(end_frame);
  if (window_empty_ || late < earliest_) {
    window_empty_ = false;
    earliest_ = late;
    earliest_frame_ = end_frame;
  }
  if (end_frame - window_frame_ < kWindow.to_count(rate_hz_)) return;
  close_window();
  window_frame_ = end_frame;
}

void DeviceClock::relocate() {
  known_ = false;
  points_ = 0;
  window_empty_ = true;
}

MediaTime DeviceClock::time_of(int64_t frame) const {
  const MediaTime nominal = MediaTime::from_count(frame - base_frame_, rate_hz_);
  return base_time_ + nominal + MediaTime{std::llround(static_cast<double>(nominal.ns) * stretch_)};
}

void DeviceClock::close_window() {
  window_empty_ = true;
  if (settled() && earliest_ > kFar) return;
  // Blocks may be longer than a window; a jump over lost frames doesn't make a point worth more.
  const MediaTime distance = MediaTime::from_count(std::abs(earliest_frame_ - base_frame_), rate_hz_);
  const double elapsed = std::clamp(distance, kWindow, kWindow * 4).seconds();
  ++points_;
  ++points_of_device_;
  // At first the mean of all points, so that the place is good at once; then place and rate together, with
  // all that has been seen (a line's least squares has 4 / points); in the end the loop's own bandwidth.
  // What is known of the rate outlasts a loss.
  const bool learns_rate = points_of_device_ > kRatePoints;
  const double omega = 2 * std::numbers::pi * kBandwidthHz;
  const double gain = std::max(std::numbers::sqrt2 * omega * elapsed,
                               learns_rate ? 3.0 / static_cast<double>(points_of_device_) : 0.0);
  const double place_gain = std::clamp(gain, 1.0 / static_cast<double>(points_), 1.0);
  const double error = points_ <= kSettledPoints
                           ? earliest_.seconds()
                           : std::clamp(earliest_.seconds(), -kMostEarlySeconds, kMostLateSeconds);
  base_time_ = time_of(earliest_frame_) + MediaTime::from_seconds(place_gain * error);
  base_frame_ = earliest_frame_;
  if (learns_rate && settled()) {
    stretch_ += gain * gain / 2 * error / elapsed;
    stretch_ = std::clamp(stretch_, -kMostStretch, kMostStretch);
  }
}

}  // namespace gladi
