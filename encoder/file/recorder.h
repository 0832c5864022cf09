// Records one part of a take: program frames and sound in, a fragmented MP4 out that survives a crash.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "encoder/base/error.h"
#include "encoder/file/encoder_settings.h"
#include "encoder/file/output_file.h"
#include "encoder/program/program_feed.h"
#include "encoder/sound/sound_feed.h"

namespace gladi {

// Called on threads of the recorder's own, which may wait for the disk; one call at a time.
class RecorderListener {
 public:
  virtual ~RecorderListener() = default;
  // Everything before `safe_until` (time of the part) is on the disk: the moment to sync the journal too.
  // Each half second, less often where the disk is behind.
  virtual void on_fragment_safe(MediaTime safe_until) = 0;
  // The recording can't go on; what was written before stays playable. Called once.
  virtual void on_recorder_failed(const Error& error) = 0;
};

struct RecorderOptions {
  std::filesystem::path file;  // …/take.part.mp4; must not exist
  Canvas canvas;
  EncoderSettings encoder;
  std::string title;
  VideoEncoderFactory video_encoder;  // empty: open_video_encoder(); tests put faults before it
  OutputOpener open_file = create_output_file;
};

struct RecorderCounters {
  int64_t frames_encoded = 0;      // in the file, repeats included
  int64_t frames_not_encoded = 0;  // of these: repeats that cost nothing, as the encoder was behind
  // Too much waited for the encoder: content repeated, file stays CFR.
  int64_t frames_repeated_encoder_late = 0;
  int64_t frames_waiting = 0;  // between program and file: in the queue or held back by the encoder
  int64_t most_waiting = 0;    // from here on frames are repeated
  int64_t bytes_written = 0;
  MediaTime safe_until;      // time of the part that is synced
  MediaTime video_duration;  // of what was encoded
  MediaTime audio_duration;
};

// Owns the threads of the video encoder, the writer and the sync. on_program_frame and on_sound never wait
// for the encoder or the disk; AAC is encoded on the audio thread.
class Recorder final : public ProgramSink, public SoundSink {
 public:
  // What waits for the encoder and what it holds back, together: with a fragment of a quarter of a second
  // less than the second that a crash may cost. Longer hiccups of the encoder are shown as repeats: what
  // comes is refused, and what waits already isn't encoded either until no more than this is behind.
  static constexpr MediaTime kMaxWaiting = MediaTime::from_ms(400);

  // Opens both encoders and writes the file's header. `listener` must outlive the recorder.
  static Result<std::unique_ptr<Recorder>> create(const RecorderOptions& options, RecorderListener& listener);
  ~Recorder() override;  // without finish(): abandons the part as a crash would

  void on_program_frame(const PicturePtr& frame, int64_t index, int repeats) override;
  void on_sound(const float* interleaved, int frames) override;

  // The next picture would not be refused. Any thread.
  bool has_room() const;

  // After both feeds have been detached: drains encoders, closes the file, syncs. Takes at most about a
  // second.
  Status finish();

  RecorderCounters counters() const;        // any thread
  std::string encoder_description() const;  // "libx264 superfast, CRF 23, at most 3.0 Mb/s"

 private:
  Recorder();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
