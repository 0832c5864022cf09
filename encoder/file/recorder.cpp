#include "encoder/file/recorder.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>
#include <utility>

#include "encoder/base/bounded_queue.h"
#include "encoder/base/platform.h"
#include "encoder/file/audio_encoder.h"
#include "encoder/file/part_writer.h"
#include "encoder/file/video_encoder.h"

namespace gladi {
namespace {

struct QueuedFrame {
  PicturePtr picture;
  int64_t index = 0;
  int repeats = 0;
};

// Half a second of pictures: longer hiccups of the encoder than that are shown as repeats.
size_t queue_limit(const Canvas& canvas) {
  return static_cast<size_t>(
      std::max<int64_t>(2, MediaTime::from_ms(500).to_count(canvas.fps_num, canvas.fps_den)));
}

}  // namespace

struct Recorder::Impl {
  explicit Impl(const RecorderOptions& recorder_options)
      : options(recorder_options), queue(queue_limit(recorder_options.canvas)) {}

  void run();
  bool encode_until(const PicturePtr& picture, int64_t end_index);

  const RecorderOptions options;
  std::unique_ptr<VideoEncoder> video;  // the video encoder thread's
  std::unique_ptr<AudioEncoder> audio;  // the audio thread's
  std::unique_ptr<PartWriter> writer;
  BoundedQueue<QueuedFrame> queue;

  std::atomic<bool> abandoned = false;
  std::atomic<bool> video_failed = false;
  std::atomic<int64_t> offered_end = 0;  // the index after the last frame that was offered
  std::atomic<int64_t> repeated_late = 0;
  std::atomic<int64_t> encoded = 0;
  std::atomic<int64_t> sound_frames = 0;
  bool sound_failed = false;  // the audio thread's

  // The video encoder thread's.
  int64_t first_index = 0;
  int64_t next_index = 0;

  std::thread thread;
};

void Recorder::Impl::run() {
  platform::name_this_thread("video-encoder");
  PicturePtr last;
  while (std::optional<QueuedFrame> item = queue.pop()) {
    if (abandoned) return;
    if (!last) first_index = next_index = item->index;
    // Frames that found the queue full show the picture before them: the rate stays constant.
    if (last && !encode_until(last, item->index)) return;
    last = std::move(item->picture);
    if (!encode_until(last, item->index + item->repeats + 1)) return;
  }
  if (abandoned) return;
  if (last && !encode_until(last, offered_end)) return;
  if (Status flushed = video->flush(); !flushed) writer->fail_part(flushed.error());
}

// False when the encoder failed: the part ends.
bool Recorder::Impl::encode_until(const PicturePtr& picture, int64_t end_index) {
  for (; next_index < end_index && !abandoned; ++next_index) {
    if (Status done = video->encode(picture, next_index - first_index); !done) {
      video_failed = true;
      writer->fail_part(done.error());
      queue.close();
      return false;
    }
    ++encoded;
  }
  return true;
}

Recorder::Recorder() = default;

Result<std::unique_ptr<Recorder>> Recorder::create(const RecorderOptions& options,
                                                   RecorderListener& listener) {
  std::unique_ptr<Recorder> recorder(new Recorder());
  recorder->impl_ = std::make_unique<Impl>(options);
  Impl& impl = *recorder->impl_;

  auto video = VideoEncoder::create(options.canvas, options.encoder, [&impl](libav::Packet packet) {
    impl.writer->write_video(std::move(packet));
  });
  if (!video) return fail(std::move(video));
  auto audio = AudioEncoder::create(
      options.encoder, [&impl](libav::Packet packet) { impl.writer->write_audio(std::move(packet)); });
  if (!audio) return fail(std::move(audio));
  impl.video = std::move(*video);
  impl.audio = std::move(*audio);

  auto writer = PartWriter::create(
      {options.file, options.title, &impl.video->context(), &impl.audio->context(), impl.video->interval()},
      listener);
  if (!writer) return fail(std::move(writer));
  impl.writer = std::move(*writer);
  impl.thread = std::thread(&Impl::run, &impl);
  return recorder;
}

Recorder::~Recorder() {
  if (!impl_ || !impl_->thread.joinable()) return;
  impl_->abandoned = true;
  impl_->queue.close();
  impl_->thread.join();
}

void Recorder::on_program_frame(const PicturePtr& frame, int64_t index, int repeats) {
  if (impl_->video_failed) return;
  impl_->offered_end = index + repeats + 1;
  if (!impl_->queue.try_push({frame, index, repeats})) ++impl_->repeated_late;
}

void Recorder::on_sound(const float* interleaved, int frames) {
  Impl& impl = *impl_;
  if (impl.sound_failed) return;
  if (Status done = impl.audio->encode(interleaved, frames); !done) {
    impl.sound_failed = true;
    impl.writer->fail_part(done.error());
    return;
  }
  impl.sound_frames += frames;
}

Status Recorder::finish() {
  Impl& impl = *impl_;
  if (impl.thread.joinable()) {
    impl.queue.close();
    impl.thread.join();
    Status flushed = impl.sound_failed ? Status() : impl.audio->flush();
    if (!flushed) impl.writer->fail_part(flushed.error());
  }
  return impl.writer->finish();
}

RecorderCounters Recorder::counters() const {
  RecorderCounters counters;
  counters.frames_encoded = impl_->encoded;
  counters.frames_repeated_encoder_late = impl_->repeated_late;
  counters.bytes_written = impl_->writer->bytes_written();
  counters.safe_until = impl_->writer->safe_until();
  counters.video_duration = impl_->options.canvas.frame_time(counters.frames_encoded);
  counters.audio_duration = MediaTime::from_count(impl_->sound_frames, SoundFormat::kSampleRateHz);
  return counters;
}

std::string Recorder::encoder_description() const {
  const EncoderSettings& encoder = impl_->options.encoder;
  return fmt::format("{} {}, CRF {}, at most {:.1f} Mb/s", encoder.video_encoder, encoder.preset, encoder.crf,
                     static_cast<double>(encoder.max_bitrate_bps) / 1e6);
}

}  // namespace gladi
