#include "encoder/sound/portaudio_session.h"

#include <portaudio.h>

#include <utility>

#include "encoder/base/platform.h"

namespace gladi {

Mutex& PortAudioSession::mutex() {
  // PortAudio itself is one per process, and so is what guards it.
  static Mutex guard;
  return guard;
}

Result<PortAudioSession> PortAudioSession::start() {
  MutexLock lock(mutex());
  // Asking for JACK's devices would start its server, which takes the sound card away from everybody.
  platform::set_environment_default("JACK_NO_START_SERVER", "1");
  PaError code = paNoError;
  {
    platform::QuietStderr quiet;  // ALSA tells of each plug-in and card that isn't there
    code = Pa_Initialize();
  }
  if (code != paNoError) {
    return fail(ErrorKind::kIo, Message(GLADI_TEXT("The computer's sound system could not be started.")),
                Pa_GetErrorText(code));
  }
  return PortAudioSession();
}

PortAudioSession::PortAudioSession(PortAudioSession&& other) noexcept
    : held_(std::exchange(other.held_, false)) {}

PortAudioSession& PortAudioSession::operator=(PortAudioSession&& other) noexcept {
  std::swap(held_, other.held_);
  return *this;
}

PortAudioSession::~PortAudioSession() {
  if (!held_) return;
  MutexLock lock(mutex());
  Pa_Terminate();
}

}  // namespace gladi
