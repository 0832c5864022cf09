#include "encoder/file/reencode.h"

#include <utility>
#include <vector>

#include "encoder/file/audio_encoder.h"
#include "encoder/file/part_writer.h"
#include "encoder/file/video_encoder.h"
#include "encoder/playback/sound_timeline.h"
#include "encoder/program/compositor.h"
#include "encoder/sound/sound_sink.h"

namespace gladi {
namespace {

class NobodyListens final : public RecorderListener {
 public:
  void on_fragment_safe(MediaTime) override {}
  void on_recorder_failed(const Error&) override {}
};

// Pictures as the canvas wants them; those that are so already cost nothing.
class Fitter {
 public:
  Fitter(const Canvas& canvas, const OverlayPlan& overlays)
      : canvas_(canvas), layout_(camera_full(canvas)), overlays_(overlays), compositor_(canvas) {}

  PicturePtr fit(const PicturePtr& picture) {
    const bool fits = overlays_.empty() && picture->is_i420() && picture->width_px == canvas_.width_px &&
                      picture->height_px == canvas_.height_px && picture->quarter_turns == 0 &&
                      picture->colour == Canvas::kColour;
    return fits ? picture : compositor_.compose(picture.get(), layout_, overlays_);
  }

 private:
  const Canvas canvas_;
  const Layout layout_;
  const OverlayPlan& overlays_;
  Compositor compositor_;
};

class Reencoder {
 public:
  Reencoder(PictureTimeline& source, const ReencodeSpec& spec) : source_(source), spec_(spec) {}

  Status open() {
    auto video = open_video_encoder(spec_.canvas, spec_.settings);
    if (!video) return fail(std::move(video));
    video_ = std::move(*video);
    auto audio = AudioEncoder::create(
        spec_.settings, [this](libav::Packet packet) { writer_->write_audio(std::move(packet)); });
    if (!audio) return fail(std::move(audio));
    audio_ = std::move(*audio);
    auto writer = PartWriter::create({spec_.file, create_output_file, spec_.title, &video_->context(),
                                      &audio_->context(), video_->interval()},
                                     nobody_);
    if (!writer) return fail(std::move(writer));
    writer_ = std::move(*writer);
    return {};
  }

  Status run(const std::function<void(double)>& progress, const std::atomic<bool>* cancel) {
    SoundTimeline sound(source_.sound_parts(), SoundFormat::kSampleRateHz);
    sound.seek(spec_.from);
    Fitter fitter(spec_.canvas, spec_.overlays);
    PicturePtr shown, fitted;
    // A quarter of a frame on, as stamps are rounded.
    const MediaTime rounding = spec_.canvas.frame_time(1) / 4;
    for (int64_t n = 0; n < spec_.frames; ++n) {
      if (cancel != nullptr && *cancel)
        return fail(ErrorKind::kCancelled, Message(GLADI_TEXT("The work was cancelled.")));
      const PicturePtr picture = source_.at(spec_.from + spec_.canvas.frame_time(n) + rounding);
      if (picture && picture != shown) {
        shown = picture;
        fitted = fitter.fit(picture);
      }
      if (!fitted) return fail(ErrorKind::kDamaged, Message(GLADI_TEXT("The pictures can't be read there.")));
      if (Status encoded = video_->encode(fitted, n, sink_); !encoded) return encoded;
      if (Status encoded = encode_sound(sound, n + 1); !encoded) return encoded;
      if (progress) progress(static_cast<double>(n + 1) / static_cast<double>(spec_.frames));
    }
    if (Status flushed = video_->flush(sink_); !flushed) return flushed;
    if (Status flushed = audio_->flush(); !flushed) return flushed;
    return writer_->finish();
  }

 private:
  // Up to where frame `next` begins.
  Status encode_sound(SoundTimeline& sound, int64_t next) {
    const int64_t due = spec_.canvas.frame_time(next).to_count(SoundFormat::kSampleRateHz);
    const auto count = static_cast<int>(due - heard_);
    samples_.resize(static_cast<size_t>(count) * SoundFormat::kChannels);
    sound.read(samples_.data(), count);
    heard_ = due;
    return audio_->encode(samples_.data(), count);
  }

  PictureTimeline& source_;
  const ReencodeSpec& spec_;
  NobodyListens nobody_;
  std::unique_ptr<VideoEncoder> video_;
  std::unique_ptr<AudioEncoder> audio_;
  std::unique_ptr<PartWriter> writer_;
  const VideoEncoder::PacketSink sink_ = [this](libav::Packet packet) {
    writer_->write_video(std::move(packet));
  };
  std::vector<float> samples_;
  int64_t heard_ = 0;
};

}  // namespace

Status reencode(PictureTimeline& source, const ReencodeSpec& spec,
                const std::function<void(double)>& progress, const std::atomic<bool>* cancel) {
  Reencoder reencoder(source, spec);
  if (Status opened = reencoder.open(); !opened) return opened;
  return reencoder.run(progress, cancel);
}

}  // namespace gladi
