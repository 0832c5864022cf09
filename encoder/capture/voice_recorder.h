// Records a spoken note with the microphone that the person has chosen.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "encoder/capture/sources.h"
#include "encoder/sound/level_meter.h"

namespace gladi {

struct VoiceRecording {
  enum class Phase {
    kOpening,    // the microphone is being opened
    kRecording,  // from the first sound on
    kEnded,      // stopped, as long as may be, or by itself: then `problem` says why
  };
  Phase phase = Phase::kOpening;
  MediaTime length;  // of what has been recorded; it stays when the microphone goes
  SoundLevel level;
  std::optional<Error> problem;
};

// Owns the thread "voice note". Methods: one thread, return at once unless said otherwise.
class VoiceRecorder {
 public:
  static constexpr MediaTime kLongest = MediaTime::from_ms(120'000);

  // Begins at once, with the microphone of `sources`; its camera is left alone. A stand-in is no microphone:
  // where the chosen one can't be opened it is over. `wake` (may be empty) is called when the phase changes.
  VoiceRecorder(SourceOptions sources, Clock& clock, std::function<void()> wake);
  ~VoiceRecorder();  // what wasn't saved is gone

  void stop();
  VoiceRecording state() const;
  // Once it has ended, any thread: the sound as a file. Waits for encoder and disk. kInvalid when nothing was
  // recorded.
  Status save(const std::filesystem::path& file) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
