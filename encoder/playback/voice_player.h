// Plays a spoken note once.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "encoder/base/clock.h"
#include "encoder/base/error.h"

namespace gladi {

class SoundOutput;

struct VoicePlaying {
  bool playing = true;  // false once it is over
  MediaTime position;
  MediaTime length;              // 0 until the file is open
  std::optional<Error> problem;  // it can't be read, or not be heard: why
};

// Owns the thread "voice". Methods: one thread, return at once. Without a loudspeaker it goes by the clock
// and says so.
class VoicePlayer {
 public:
  // Begins at once; `wake` (may be empty) is called when it is over.
  VoicePlayer(std::filesystem::path file, float volume, Clock& clock, std::function<void()> wake);
  // The same with another place for the sound to go to (tests). `output` is called on the voice's thread.
  VoicePlayer(std::filesystem::path file, float volume, Clock& clock, std::function<void()> wake,
              std::function<Result<std::unique_ptr<SoundOutput>>()> output);
  ~VoicePlayer();  // silent at once

  VoicePlaying state() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
