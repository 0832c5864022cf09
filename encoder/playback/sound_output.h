// Where the player's sound goes and what tells how much of it has been heard. Private to encoder.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "encoder/base/error.h"

namespace gladi {

// Interleaved stereo float. Frames are numbered from the output's creation on; the numbers never go back, so
// that whoever writes can note "this frame belongs to that time" and ask later. All methods: the player's
// thread.
class SoundOutput {
 public:
  static constexpr int kChannels = 2;

  virtual ~SoundOutput() = default;
  virtual int sample_rate_hz() const = 0;

  // How many frames can be written now.
  virtual int room() const = 0;
  // Takes `frames` of them, at most room().
  virtual void write(const float* interleaved, int frames) = 0;
  // The number of the next frame to be written.
  virtual int64_t written() const = 0;
  // The number of the frame that is being heard: the device's clock. Stands still when there is nothing to
  // play.
  virtual int64_t heard() = 0;
  // What was written and not yet given to the device won't be heard.
  virtual void discard() = 0;

  virtual Status start() = 0;
  virtual void stop() = 0;                    // silent at once; discards
  virtual void set_volume(float volume) = 0;  // 0 to 1
  // Set once the device has stopped working; it doesn't come back.
  virtual std::optional<Error> failure() const = 0;
};

// May take a quarter of a second (a device is opened).
using SoundOutputFactory = std::function<Result<std::unique_ptr<SoundOutput>>()>;

}  // namespace gladi
