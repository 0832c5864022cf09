// Microphones on cables that a test pulls: they give sound when told to, go, come back, or are swapped by the
// "sound server".
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "encoder/base/clock.h"
#include "encoder/capture/sound_source.h"

namespace gladi::test {

// Any thread; sound() on one. What it opens shares this object's state.
class FakeMicrophones {
 public:
  FakeMicrophones();

  Result<std::unique_ptr<SoundSource>> open(const std::string& name, SoundRing& ring, Clock& clock);
  std::vector<std::string> plugged() const;

  void plug_in(const std::string& name, int rate_hz = 48'000);
  void unplug(const std::string& name);  // its stream says nothing: it just stops, as a pulled card's does
  void reroute();                        // the open one's check() fails
  // The open microphone gives everything since its last sound, up to the clock's now: a tone.
  void sound();

  std::string open_name() const;  // empty: none is open
  int attempts() const;           // to open, failed ones included
  int64_t looks() const;          // how often the open one has been checked

 private:
  struct State;
  class Source;
  std::shared_ptr<State> state_;
};

}  // namespace gladi::test
