// Asks the sound server (PulseAudio, or PipeWire in its place) about its sources. Sound itself goes through
// PortAudio. Private to encoder.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/base/media_time.h"

namespace gladi {

struct PulseSource {
  std::string name;         // "alsa_input.usb-…", what a stream is opened with
  std::string description;  // for people
  int rate_hz = 0;
  int channels = 1;
  bool is_monitor = false;  // hears what a loudspeaker plays
  bool is_default = false;
};

// One thread at a time. Whatever asks the server waits for its answers, for `patience` in all: long where a
// person wants to know, because a busy machine answers late; short where one asks again and again.
class PulseServer {
 public:
  static constexpr MediaTime kPatience = MediaTime::from_ms(3000);

  // kNotFound where no server runs; none is started.
  static Result<std::unique_ptr<PulseServer>> connect();
  ~PulseServer();

  std::vector<PulseSource> sources(MediaTime patience = kPatience);
  // The name of the source that this program records from; the newest stream's where there are several.
  // Nullopt when there is none, or the server doesn't tell.
  std::optional<std::string> recorded_source(MediaTime patience = kPatience);
  // False once the server has gone: connect() anew.
  bool connected() const;

 private:
  struct Impl;
  explicit PulseServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
