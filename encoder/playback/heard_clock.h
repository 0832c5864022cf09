// Tells what a sound device is playing now from when it asked for more. Private to encoder.
#pragma once

#include <cstdint>
#include <optional>

#include "encoder/base/media_time.h"

namespace gladi {

// One callback of the device: all counts are those behind it.
struct OutputReport {
  MediaTime at;               // on the Clock
  int64_t device_frames = 0;  // given to the device since it was started, silence included
  int64_t ring_frames = 0;    // number of the next frame of the ring
  // How long until the last of device_frames is heard, as the device tells; absent where it tells nothing
  // sensible.
  std::optional<MediaTime> delay;
};

// Sound servers know how far they are: what they tell is smoothed and used. Devices that tell nothing, or
// nonsense (PortAudio#586, #498), are judged by when they ask: a device plays evenly, but asks in bursts
// (PulseAudio through ALSA: 480 frames up to 25 ms apart). It can't ask before there is room, so the callback
// that came earliest for its count tells best how far the device is; the others came late.
class HeardClock {
 public:
  // `latency` is used for devices that tell none.
  HeardClock(int sample_rate_hz, MediaTime latency) : sample_rate_hz_(sample_rate_hz), latency_(latency) {}

  void restart();  // the device has been stopped
  void add(const OutputReport& report);
  // Number of the ring's frame being heard; nothing before the first callback.
  std::optional<int64_t> heard(MediaTime now) const;
  std::optional<MediaTime> last_report() const;

 private:
  const int sample_rate_hz_;
  const MediaTime latency_;
  std::optional<OutputReport> last_;
  MediaTime lead_;  // how far the device's count of frames is ahead of the Clock, at its earliest callbacks
  std::optional<MediaTime> told_;  // how far what is heard is ahead of the Clock, as the device tells
};

}  // namespace gladi
