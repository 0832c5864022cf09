#include "encoder/file/recorder.h"

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
  PicturePtr picture;  // none: only wakes the encoder, which then makes up for what was refused
  int64_t index = 0;
  int repeats = 0;
};

// At low rates too, some more than an encoder holds back by itself.
int64_t most_frames_waiting(const Canvas& canvas) {
  return std::max<int64_t>(6, Recorder::kMaxWaiting.to_count(canvas.fps_num, canvas.fps_den));
}

}  // namespace

struct Recorder::Impl {
  explicit Impl(const RecorderOptions& recorder_options)
      : options(recorder_options),
        most_waiting(most_frames_waiting(recorder_options.canvas)),
        queue(static_cast<size_t>(most_waiting)) {}

  void run();
  bool encode_item(QueuedFrame item, PicturePtr& last);
  bool make_up_for_refused(const PicturePtr& last);
  bool encode(const PicturePtr& picture);
  bool repeat();
  bool repeat_until(const PicturePtr& picture, int64_t end_index);
  void advance();

  int64_t frames_waiting() const;

  const RecorderOptions options;
  const int64_t most_waiting;
  std::unique_ptr<VideoEncoder> video;  // the video encoder thread's
  std::unique_ptr<AudioEncoder> audio;  // the audio thread's
  std::unique_ptr<PartWriter> writer;
  const VideoEncoder::PacketSink sink = [this](libav::Packet packet) {
    writer->write_video(std::move(packet));
  };
  BoundedQueue<QueuedFrame> queue;

  std::atomic<bool> abandoned = false;
  std::atomic<bool> video_failed = false;
  std::atomic<int64_t> offered_end = 0;  // the index after the last frame that was offered
  std::atomic<int64_t> refused_end = 0;  // the index after the last frame that found no room
  std::atomic<int64_t> repeated_late = 0;
  std::atomic<int64_t> repeated_free = 0;
  std::atomic<int64_t> encoded = 0;
  std::atomic<int64_t> held = 0;  // pictures inside the encoder
  std::atomic<int64_t> first_offered = 0;
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
    if (item->picture && !encode_item(std::move(*item), last)) return;
    if (last && !make_up_for_refused(last)) return;
  }
  if (abandoned) return;
  if (last && !repeat_until(last, offered_end)) return;
  if (Status flushed = video->flush(sink); !flushed) writer->fail_part(flushed.error());
}

bool Recorder::Impl::encode_item(QueuedFrame item, PicturePtr& last) {
  if (!last) first_index = next_index = item.index;
  // Frames that found the queue full show the picture before them: the rate stays constant.
  if (last && !repeat_until(last, item.index)) return false;
  const int64_t end = item.index + item.repeats + 1;
  const int64_t behind_it = offered_end - end;
  const bool again = item.picture == last && behind_it > 0;
  last = std::move(item.picture);
  // A picture that is there already is encoded again only where nothing waits behind it. One for which it is
  // too late isn't encoded either: on a machine that gives the encoder no time, what waits would take longer
  // than it lasts, and all of that could be lost in a crash.
  bool shown = false;
  if (again) {
    shown = repeat();
  } else if (behind_it > most_waiting) {
    shown = repeat();
    repeated_late += shown ? 1 : 0;
  }
  return (shown || encode(last)) && repeat_until(last, end);
}

// Refused frames count as waiting: they are made up for before the next one comes, also those that are
// refused meanwhile, else there would never be room again. Every frame that was taken before a refused one
// stands in the queue before it: as the queue is looked at after refused_end, none is overtaken.
bool Recorder::Impl::make_up_for_refused(const PicturePtr& last) {
  for (int64_t end = refused_end; end > next_index && queue.size() == 0 && !abandoned; end = refused_end) {
    if (!repeat_until(last, end)) return false;
  }
  return true;
}

// Frames between the program and the file: in the queue and inside the encoder. Repeats that stand behind a
// picture inside the encoder go out with it.
int64_t Recorder::Impl::frames_waiting() const {
  return offered_end - first_offered - encoded + held;
}

void Recorder::Impl::advance() {
  ++next_index;
  held = video->held();
  ++encoded;
}

// The next frame. False when the encoder failed: the part ends.
bool Recorder::Impl::encode(const PicturePtr& picture) {
  if (Status done = video->encode(picture, next_index - first_index, sink); !done) {
    video_failed = true;
    writer->fail_part(done.error());
    queue.close();
    return false;
  }
  advance();
  return true;
}

// The next frame shows what was encoded last. False where it has to be encoded.
bool Recorder::Impl::repeat() {
  if (!video->repeat(next_index - first_index, sink)) return false;
  ++repeated_free;
  advance();
  return true;
}

// Whoever comes late can't afford to encode what is seen already.
bool Recorder::Impl::repeat_until(const PicturePtr& picture, int64_t end_index) {
  while (next_index < end_index && !abandoned) {
    if (!repeat() && !encode(picture)) return false;
  }
  return true;
}

Recorder::Recorder() = default;

Result<std::unique_ptr<Recorder>> Recorder::create(const RecorderOptions& options,
                                                   RecorderListener& listener) {
  std::unique_ptr<Recorder> recorder(new Recorder());
  recorder->impl_ = std::make_unique<Impl>(options);
  Impl& impl = *recorder->impl_;

  auto video = options.video_encoder ? options.video_encoder(options.canvas, options.encoder)
                                     : open_video_encoder(options.canvas, options.encoder);
  if (!video) return fail(std::move(video));
  auto audio = AudioEncoder::create(
      options.encoder, [&impl](libav::Packet packet) { impl.writer->write_audio(std::move(packet)); });
  if (!audio) return fail(std::move(audio));
  impl.video = std::move(*video);
  impl.audio = std::move(*audio);

  auto writer = PartWriter::create({options.file, options.open_file, options.title, &impl.video->context(),
                                    &impl.audio->context(), impl.video->interval()},
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
  Impl& impl = *impl_;
  if (impl.video_failed) return;
  if (impl.offered_end == 0) impl.first_offered = impl.offered_end = index;
  // What never came (a hold that overflowed while the encoder caught up with it) is shown as a repeat too.
  impl.repeated_late += std::max<int64_t>(0, index - impl.offered_end);
  const bool room = impl.frames_waiting() < impl.most_waiting;
  impl.offered_end = index + repeats + 1;
  if (room && impl.queue.try_push({frame, index, repeats})) return;
  impl.refused_end = index + repeats + 1;
  ++impl.repeated_late;
  // The encoder may have found nothing to do just now; with something in its queue it looks by itself.
  if (impl.queue.size() == 0) impl.queue.try_push({});
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

bool Recorder::has_room() const {
  return impl_->frames_waiting() < impl_->most_waiting;
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
  counters.frames_not_encoded = impl_->repeated_free;
  counters.frames_waiting = std::max<int64_t>(0, impl_->frames_waiting());
  counters.most_waiting = impl_->most_waiting;
  counters.bytes_written = impl_->writer->bytes_written();
  counters.safe_until = impl_->writer->safe_until();
  counters.video_duration = impl_->options.canvas.frame_time(counters.frames_encoded);
  counters.audio_duration = MediaTime::from_count(impl_->sound_frames, SoundFormat::kSampleRateHz);
  return counters;
}

std::string Recorder::encoder_description() const {
  return describe(impl_->options.encoder);
}

}  // namespace gladi
