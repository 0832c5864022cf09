// Sound on its way from a microphone to the take.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "encoder/base/media_time.h"

namespace gladi {

// A few milliseconds of sound as they arrived, interleaved 32-bit float in -1..1. Fixed size: the audio
// callback copies into it and allocates nothing.
struct SoundBlock {
  static constexpr int kMaxFrames = 1024;
  static constexpr int kMaxChannels = 2;

  // When the last frame of this block had been taken, on the Clock, as well as the source can tell: a
  // callback's arrival time, or the exact time for files and test tones.
  MediaTime arrived_at;
  int64_t first_frame =
      0;  // audio frames since the source started, lost ones included where the source knows
  int frames = 0;
  int channels = 1;
  int rate_hz = 0;        // 0: the rate that the feed was made for; another microphone may have another
  bool overflow = false;  // the device or the ring lost sound before this block
  std::array<float, static_cast<std::size_t>(kMaxFrames) * kMaxChannels> samples{};
};

}  // namespace gladi
