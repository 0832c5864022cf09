// One stream of a media file, decoded from any place. Private to encoder.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "encoder/base/error.h"
#include "encoder/base/media_time.h"
#include "encoder/libav/handles.h"

namespace gladi {

// Reads the packets of its stream only: picture and sound of a file each have a MediaStream of their own, so
// that each can seek without the other. One thread at a time.
//
// Opening reads the file's index. For our fragmented part files that means every fragment's header (libav
// does it at opening where it can seek; 46 ms for 20 minutes measured), after which seeking is as exact as in
// a finished file.
class MediaStream {
 public:
  // kNotFound without such a stream; "{file} is no sound or picture that Gladi can read" when it is no media.
  static Result<std::unique_ptr<MediaStream>> open(const std::filesystem::path& file, AVMediaType type);

  // The next frame, in display order. False at the end. Damaged packets are left out and counted.
  bool read(AVFrame& frame);

  // Goes to the sync point at or before `at` (by decode time, as files index it) or to the first one; the
  // next read() gives its frames. Returns where it is, or nothing when no packet can be read from there on.
  struct SyncPoint {
    MediaTime shown;   // its display time
    MediaTime stored;  // its decode time: seek to less than this to reach the sync point before
  };
  std::optional<SyncPoint> seek(MediaTime at);

  // The sync point that seek(at) would go to, where the index knows it without reading.
  std::optional<MediaTime> sync_point_before(MediaTime at) const;

  const AVStream& stream() const { return *stream_; }
  bool file_has(AVMediaType type) const;
  // Where the content ends, on the file's own timeline: this stream, or the file's sound where that is
  // clearly longer. What a crash has torn off isn't counted.
  MediaTime end() const { return end_; }
  int64_t damaged_packets() const { return damaged_packets_; }
  MediaTime to_time(int64_t ticks) const;

 private:
  MediaStream() = default;
  int64_t to_ticks(MediaTime time) const;
  bool next_packet();
  void find_end();
  static std::optional<int64_t> end_ticks(const AVStream& stream, int64_t file_size);

  libav::InputContext input_;
  AVStream* stream_ = nullptr;
  libav::CodecContext decoder_;
  libav::Packet packet_ = libav::make_packet();
  bool packet_waiting_ = false;  // packet_ is read, but not yet decoded
  bool draining_ = false;        // the file's end is reached: the decoder gives what it still holds
  MediaTime end_;
  int64_t damaged_packets_ = 0;
};

}  // namespace gladi
