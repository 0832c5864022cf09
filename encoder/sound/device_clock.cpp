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
  if (blocks_ == 0 || late < earliest_) {
    earliest_ = late;
    earliest_frame_ = end_frame;
  }
  sum_ += late;
  ++blocks_;
  if (end_frame - window_frame_ < (settled() ? kWindow : kFirstWindow).to_count(rate_hz_)) return;
  close_window();
  window_frame_ = end_frame;
  sum_ = {};
  blocks_ = 0;
}

void DeviceClock::relocate() {
  known_ = false;
  points_ = 0;
  sum_ = {};
  blocks_ = 0;
}

MediaTime DeviceClock::time_of(int64_t frame) const {
  const MediaTime nominal = MediaTime::from_count(frame - base_frame_, rate_hz_);
  return base_time_ + nominal + MediaTime{std::llround(static_cast<double>(nominal.ns) * stretch_)};
}

void DeviceClock::close_window() {
  if (settled() && earliest_ > kFar) return;
  const MediaTime mean = sum_ / blocks_;
  const double behind = std::min(kMostBehind.seconds(), kBehindShare * (mean - earliest_).seconds());
  // Blocks may be longer than a window; a jump over lost frames doesn't make a point worth more.
  const MediaTime window = settled() ? kWindow : kFirstWindow;
  const MediaTime distance = MediaTime::from_count(std::abs(earliest_frame_ - base_frame_), rate_hz_);
  learn(earliest_.seconds() + behind, std::clamp(distance, window / 2, window * 2).seconds());
}

// At first the mean of all points, so that the place is good at once; then place and rate together, with a
// gain that falls as more has been seen (a line's least squares has 4 / points) down to the loop's own
// bandwidth. What is known of the rate outlasts a loss.
void DeviceClock::learn(double late_s, double elapsed_s) {
  const bool first = !settled();
  ++points_;
  seen_s_ += elapsed_s;
  const double omega = 2 * std::numbers::pi * kBandwidthHz;
  const double gain = std::clamp(3 * elapsed_s / seen_s_, std::numbers::sqrt2 * omega * elapsed_s, kMostGain);
  const double place_gain = first ? 1.0 / static_cast<double>(points_) : gain;
  const double error = first ? late_s : std::clamp(late_s, -kMostEarlySeconds, kMostLateSeconds);
  base_time_ = time_of(earliest_frame_) + MediaTime::from_seconds(place_gain * error);
  base_frame_ = earliest_frame_;
  if (first || seen_s_ < kRateAfterSeconds) return;
  stretch_ = std::clamp(stretch_ + gain * gain / 2 * error / elapsed_s, -kMostStretch, kMostStretch);
}

}  // namespace gladi
