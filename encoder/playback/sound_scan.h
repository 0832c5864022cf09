// Decodes a take's sound once, from its beginning to its end, for all who measure it.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/playback/player.h"
#include "encoder/sound/sound_sink.h"

namespace gladi {

// A stretch of sound as it was recorded, in the SoundFormat. Where nothing was recorded (between parts, in a
// part without sound) there is none.
struct SoundStretch {
  int64_t first_frame = 0;             // of the take: frame k is heard at k / 48000 s
  std::span<const float> interleaved;  // valid during the call

  int frames() const { return static_cast<int>(interleaved.size()) / SoundFormat::kChannels; }
};

// Meters, the waveform, analysers of speech. Called on the thread that scans.
class SoundListener {
 public:
  virtual ~SoundListener() = default;
  // By rising frames, none of them twice; at most 100 ms at a time. An error ends the scan.
  virtual Status hear(const SoundStretch& sound) = 0;
};

// Hands the parts' sound to all listeners, part by part. Each part is heard until its sound ends or the next
// one starts, as the player plays it; one that can't be opened is left out as long as another one can. Holds
// no more than a block. Minutes of work for an hour where listeners are slow: for the background. kCancelled
// when `cancel` was set; `progress` is told the share of the take, 0 to 1.
Status scan_sound(std::vector<PlayerPart> parts, std::span<SoundListener* const> listeners,
                  const std::atomic<bool>* cancel = nullptr,
                  const std::function<void(double)>& progress = {});

}  // namespace gladi
