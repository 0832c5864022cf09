// Something that gives sound: a microphone, a file, the test tone.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "encoder/base/error.h"
#include "encoder/sound/sound_ring.h"

namespace gladi {

// Runs from creation to destruction and pushes into the ring it was created with. Methods: any thread.
class SoundSource {
 public:
  virtual ~SoundSource() = default;
  virtual std::string name() const = 0;  // for the screen: "Mikrofon internal"
  virtual int sample_rate_hz() const = 0;
  virtual int channels() const = 0;
  virtual std::optional<Error> failure() const = 0;  // set once the source has ended for good
};

}  // namespace gladi
