// Writes packets into the fragmented MP4 of a part, on a thread of its own. Private to encoder/file.
#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "encoder/base/bounded_queue.h"
#include "encoder/file/durable_output.h"
#include "encoder/file/part_sync.h"
#include "encoder/file/recorder.h"
#include "encoder/libav/handles.h"

namespace gladi {

// Two fragments from keyframe to keyframe, as what is no whole fragment yet is lost in a crash. A fragment is
// closed as soon as its last picture has come and the sound has reached its end: the muxer's own
// frag_keyframe would wait for the next keyframe, and wouldn't say which sound is inside. Each second one is
// synced (PartSync), with its group of pictures whole.
class PartWriter {
 public:
  struct Options {
    std::filesystem::path file;
    OutputOpener open_file;
    std::string title;
    const AVCodecContext* video = nullptr;  // opened; only read within create()
    const AVCodecContext* audio = nullptr;
    int frames_per_group = 15;  // from keyframe to keyframe
  };

  // Creates the file, writes and syncs its header, starts the thread. `listener` must outlive the writer.
  static Result<std::unique_ptr<PartWriter>> create(const Options& options, RecorderListener& listener);
  ~PartWriter();  // without finish(): what is no whole fragment yet is thrown away

  // Times in the encoders' time bases. A disk that is late holds up the pictures, not the sound: the video
  // encoder's thread waits here once much is queued, and repeats what it missed. Sound never waits and is
  // never dropped; a disk that stands still for minutes fails the part.
  void write_video(libav::Packet packet);
  void write_audio(libav::Packet packet);
  // Ends the part because an encoder failed; what is queued is still written.
  void fail_part(Error error);

  // Writes the rest and the trailer, syncs, closes.
  Status finish();

  int64_t bytes_written() const { return bytes_written_; }
  MediaTime safe_until() const { return sync_->safe_until(); }

 private:
  struct Item {
    libav::Packet packet;
    std::optional<Error> failure;
  };
  struct Stream {
    AVStream* stream = nullptr;
    AVRational time_base{};  // the encoder's
    std::deque<libav::Packet> waiting;
    int64_t waiting_end = 0;  // end of the last packet that came, in time_base
    int64_t written_end = 0;  // end of the last packet inside a finished fragment
    MediaTime written_until() const;
  };

  // Pictures wait from about 27 s of packets on: a USB stick may well stall for several seconds. That is 10
  // MB at 720×1280@30, and 20 MB at 1080×1920@30. The rest is room for ten minutes of sound, 20 MB.
  static constexpr size_t kPicturesWaitAt = 2048;
  static constexpr size_t kMaxQueued = kPicturesWaitAt + 28'000;

  PartWriter(RecorderListener& listener, std::unique_ptr<DurableOutput> output, libav::OutputContext muxer,
             int frames_per_group);
  void enqueue(libav::Packet packet);
  void run();
  Status take(libav::Packet packet);
  bool fragment_is_complete() const;
  Status write_fragment(int64_t end_frame);
  Status write_waiting(Stream& stream, AVRational end_base, int64_t end);
  Status write_rest();
  MediaTime written_until() const;  // in both streams

  RecorderListener& listener_;
  std::unique_ptr<DurableOutput> output_;
  std::unique_ptr<PartSync> sync_;  // after output_: ends first
  libav::OutputContext muxer_;      // after output_: freed first
  const int frames_per_group_;
  BoundedQueue<Item> queue_{kMaxQueued};

  std::atomic<bool> abandoned_ = false;
  std::atomic<bool> too_slow_ = false;
  std::atomic<bool> ended_ = false;  // nothing more is taken: finished, failed or abandoned
  std::atomic<int64_t> bytes_written_ = 0;

  // The writer thread's; the owner reads result_ after joining it.
  Stream video_, audio_;
  int64_t fragment_end_ = 0;  // the frame that begins the next fragment
  Status result_;

  std::thread thread_;
};

}  // namespace gladi
