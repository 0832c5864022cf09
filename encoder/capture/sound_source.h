// Something that gives sound: a microphone, a file, the test tone.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "encoder/base/error.h"
#include "encoder/capture/outage_log.h"
#include "encoder/sound/sound_ring.h"

namespace gladi {

// Runs from creation to destruction and pushes into the ring it was created with. Methods: any thread.
class SoundSource {
 public:
  virtual ~SoundSource() = default;
  virtual std::string name() const = 0;  // for the screen: "Mikrofon internal"
  // What CaptureDevices::open_microphone() takes to get this very one again, where it is a device.
  virtual std::string device() const { return name(); }
  virtual int sample_rate_hz() const = 0;
  virtual int channels() const = 0;
  // Set once the source has ended for good, and while it is lost and looked for.
  virtual std::optional<Error> failure() const = 0;
  // The same, but may ask the system (some ms) whether the sound still comes from where it was opened. For
  // whoever watches the source, on one thread.
  virtual std::optional<Error> check() { return failure(); }
  // When it gave nothing. Null for sources that nobody watches: files, the test tone.
  virtual const OutageLog* outages() const { return nullptr; }
};

}  // namespace gladi
