// Asks the sound server (PulseAudio, or PipeWire in its place) about its sources. Sound itself goes through
// PortAudio. Private to encoder.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "encoder/base/error.h"

namespace gladi {

struct PulseSource {
  std::string name;         // "alsa_input.usb-…", what a stream is opened with
  std::string description;  // for people
  int rate_hz = 0;
  int channels = 1;
  bool is_monitor = false;  // hears what a loudspeaker plays
  bool is_default = false;
};

// One thread at a time. Each question waits for the server, at most half a second.
class PulseServer {
 public:
  // kNotFound where no server runs; none is started.
  static Result<std::unique_ptr<PulseServer>> connect();
  ~PulseServer();

  std::vector<PulseSource> sources();
  // The name of the source that this program records from; the newest stream's where there are several.
  // Nullopt when there is none, or the server doesn't tell.
  std::optional<std::string> recorded_source();
  // False once the server has gone: connect() anew.
  bool connected() const;

 private:
  struct Impl;
  explicit PulseServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
