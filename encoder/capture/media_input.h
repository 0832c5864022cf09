// A picture or sound file, or a network stream, being read. Private to encoder.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "encoder/capture/stop_signal.h"
#include "encoder/libav/handles.h"

namespace gladi {

struct MediaPlace {
  enum class Kind { kFile, kUrl };
  Kind kind = Kind::kFile;
  std::string name;  // path or URL
  friend bool operator==(const MediaPlace&, const MediaPlace&) = default;

  std::string shown_name() const;  // the file's name without its folder; the URL without a password
};

// One thread at a time. No call hangs: the network has 5 s to answer, and a stop request ends each wait.
class MediaInput {
 public:
  // kNotFound, kRefused, kDamaged (no media), kIo (network).
  // `stop` ends the wait for the network.
  static Result<std::unique_ptr<MediaInput>> open(const MediaPlace& place, const StopSignal* stop = nullptr);

  const MediaPlace& place() const { return place_; }
  // Null when there is none. A sound file's cover picture is no picture stream.
  const AVStream* picture() const { return stream(picture_index_); }
  const AVStream* sound() const { return stream(sound_index_); }
  // Before reading: packets of streams that aren't wanted are skipped early.
  void use(bool picture, bool sound);
  void stop_with(const StopSignal* stop) { waiting_.stop = stop; }

  // The next packet of a stream in use. 0, AVERROR_EOF or another AVERROR.
  int read(AVPacket& packet);
  // Time of the first picture or sound of the whole: where each loop begins.
  MediaTime start() const;
  // Back to the beginning. True when the file had to be opened anew for it: the streams are others then.
  Result<bool> rewind();

  Error read_error(int code) const;

 private:
  struct Waiting {
    const StopSignal* stop = nullptr;
    std::chrono::steady_clock::time_point deadline;
  };
  explicit MediaInput(MediaPlace place) : place_(std::move(place)) {}
  Status open_context();
  const AVStream* stream(int index) const;
  void begin_waiting();
  static int is_over(void* waiting);

  const MediaPlace place_;
  Waiting waiting_;
  libav::InputContext context_;
  int picture_index_ = -1;
  int sound_index_ = -1;
  bool use_picture_ = true;
  bool use_sound_ = true;
};

}  // namespace gladi
