// Keeps PortAudio initialised for as long as somebody uses it.
#pragma once

#include "encoder/base/error.h"
#include "encoder/base/mutex.h"

namespace gladi {

// PortAudio counts initialisations itself: each session is one, the last to go shuts it down. Its device list
// is read anew only when no session is left (PortAudio#447). Starting may take some 100 ms: not on the main
// thread.
class PortAudioSession {
 public:
  static Result<PortAudioSession> start();
  PortAudioSession(PortAudioSession&& other) noexcept;
  PortAudioSession& operator=(PortAudioSession&& other) noexcept;
  ~PortAudioSession();

  // PortAudio guards neither its count nor its list of open streams. Whoever opens or closes a stream holds
  // this meanwhile; not while starting or ending a session, which take it themselves. A callback never takes
  // it.
  static Mutex& mutex();

 private:
  PortAudioSession() = default;
  bool held_ = true;
};

}  // namespace gladi
