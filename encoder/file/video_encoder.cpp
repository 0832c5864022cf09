#include "encoder/file/video_encoder.h"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include "encoder/file/encoder_frames.h"
#include "encoder/file/skip_frames.h"
#include "encoder/file/stream_parameters.h"

namespace gladi {
namespace {

// How many frames x264 looks ahead in each preset (x264 --fullhelp). libav offers no way to ask.
int preset_lookahead(std::string_view preset) {
  static constexpr std::array<std::pair<std::string_view, int>, 9> kPresets{{{"ultrafast", 0},
                                                                             {"superfast", 0},
                                                                             {"veryfast", 10},
                                                                             {"faster", 20},
                                                                             {"fast", 30},
                                                                             {"medium", 40},
                                                                             {"slow", 50},
                                                                             {"slower", 60},
                                                                             {"veryslow", 60}}};
  for (const auto& [name, frames] : kPresets) {
    if (name == preset) return frames;
  }
  return 40;
}

// x264 holds back one frame for each thread but the first, and what it looks ahead. More than four threads
// would cost delay and memory without need at the sizes of a canvas.
void limit_x264_delay(const Canvas& canvas, const EncoderSettings& settings, AVCodecContext& codec) {
  const int delay = static_cast<int>(VideoEncoder::kMaxDelay.to_count(canvas.fps_num, canvas.fps_den));
  const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  codec.thread_count = settings.threads > 0 ? settings.threads : std::min({cores, 4, delay + 1});
  const int lookahead = std::min(preset_lookahead(settings.preset), delay + 1 - codec.thread_count);
  av_opt_set_int(codec.priv_data, "rc-lookahead", lookahead, 0);
  // x264 would hold back one more frame for a look-ahead thread of its own, and one to learn how long a frame
  // lasts.
  av_opt_set(codec.priv_data, "x264-params", "sync-lookahead=0:force-cfr=1", 0);
}

void set_up_x264(const Canvas& canvas, const EncoderSettings& settings, AVCodecContext& codec) {
  av_opt_set(codec.priv_data, "preset", settings.preset.c_str(), 0);
  av_opt_set_double(codec.priv_data, "crf", settings.crf, 0);
  codec.refs = 1;  // skip frames need it, and no preset that comes into question gains by more
  // A cut in the picture makes no keyframe of its own: fragments stay regular.
  av_opt_set_int(codec.priv_data, "sc_threshold", 0, AV_OPT_SEARCH_CHILDREN);
  av_opt_set_int(codec.priv_data, "forced-idr", 1, 0);
  limit_x264_delay(canvas, settings, codec);
}

// Hardware keeps to a bitrate, and each kind has its own words for "hold nothing back".
void set_up_hardware(const EncoderSettings& settings, AVCodecContext& codec) {
  codec.bit_rate = settings.max_bitrate_bps * 3 / 4;  // the rest is room for what is hard to encode
  const std::string& name = settings.video_encoder;
  if (name == "h264_vaapi") {
    av_opt_set_int(codec.priv_data, "async_depth", 1, 0);
  } else if (name == "h264_nvenc") {
    av_opt_set(codec.priv_data, "preset", "p4", 0);
    av_opt_set(codec.priv_data, "tune", "ll", 0);
    av_opt_set(codec.priv_data, "rc", "vbr", 0);
    av_opt_set_int(codec.priv_data, "delay", 0, 0);
    av_opt_set_int(codec.priv_data, "zerolatency", 1, 0);
    av_opt_set_int(codec.priv_data, "no-scenecut", 1, 0);
    av_opt_set_int(codec.priv_data, "forced-idr", 1, 0);
  } else if (name == "h264_qsv") {
    av_opt_set(codec.priv_data, "preset", "veryfast", 0);
    av_opt_set_int(codec.priv_data, "async_depth", 1, 0);
    av_opt_set_int(codec.priv_data, "look_ahead", 0, 0);
    av_opt_set_int(codec.priv_data, "forced_idr", 1, 0);
  }
}

void set_up(const Canvas& canvas, const EncoderSettings& settings, int interval, AVCodecContext& codec) {
  codec.width = canvas.width_px;
  codec.height = canvas.height_px;
  codec.time_base = {canvas.fps_den, canvas.fps_num};
  codec.framerate = {canvas.fps_num, canvas.fps_den};
  codec.sample_aspect_ratio = {1, 1};
  static_assert(Canvas::kColour == Colour{ColourMatrix::kBt709, false},
                "the file is tagged as BT.709, limited range");
  codec.color_range = AVCOL_RANGE_MPEG;
  codec.colorspace = AVCOL_SPC_BT709;
  codec.color_primaries = AVCOL_PRI_BT709;
  codec.color_trc = AVCOL_TRC_BT709;
  codec.max_b_frames = 0;
  codec.gop_size = interval;
  codec.keyint_min = interval;
  codec.flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
  codec.rc_max_rate = settings.max_bitrate_bps;
  codec.rc_buffer_size = static_cast<int>(settings.max_bitrate_bps);  // bursts even out over a second
  if (settings.software()) {
    set_up_x264(canvas, settings, codec);
  } else {
    set_up_hardware(settings, codec);
  }
}

class LibavVideoEncoder final : public VideoEncoder {
 public:
  LibavVideoEncoder(libav::CodecContext codec, std::unique_ptr<EncoderFrames> frames, int interval)
      : codec_(std::move(codec)),
        frames_(std::move(frames)),
        interval_(interval),
        frame_(libav::make_frame()) {}

  Status encode(const PicturePtr& picture, int64_t number, const PacketSink& sink) override {
    if (!picture || !picture->is_i420() || picture->width_px != codec_->width ||
        picture->height_px != codec_->height) {
      return broken("the picture doesn't have the canvas's size and form");
    }
    av_frame_unref(frame_.get());
    if (Status filled = frames_->fill(picture, *frame_); !filled) return filled;
    frame_->pts = number;
    frame_->pict_type = number % interval_ == 0 ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE;
    frame_->color_range = codec_->color_range;
    frame_->colorspace = codec_->colorspace;
    frame_->color_primaries = codec_->color_primaries;
    frame_->color_trc = codec_->color_trc;
    const int code = avcodec_send_frame(codec_.get(), frame_.get());
    av_frame_unref(frame_.get());
    if (code < 0) return broken(libav::describe(code));
    ++held_;
    return receive(sink);
  }

  bool repeat(int64_t number, const PacketSink& sink) override {
    if (!skip_frames_ || number % interval_ == 0) return false;
    repeats_.push_back(number);
    give_repeats(sink);
    return true;
  }

  Status flush(const PacketSink& sink) override {
    avcodec_send_frame(codec_.get(), nullptr);
    return receive(sink);
  }

  const AVCodecContext& context() const override { return *codec_; }
  int64_t held() const override { return held_; }
  int interval() const override { return interval_; }

  std::vector<uint8_t> parameters() const {
    return {codec_->extradata, codec_->extradata + codec_->extradata_size};
  }

  // Where the stream allows it. Its parameters are complete now.
  Status allow_repeats() {
    skip_frames_ = SkipFrames::for_stream(parameters());
    if (!skip_frames_) return {};
    std::vector<uint8_t> all = parameters();
    all.insert(all.end(), skip_frames_->parameters().begin(), skip_frames_->parameters().end());
    return set_parameters(all);
  }

  // For what the file's header says; the encoder itself knows.
  Status set_parameters(const std::vector<uint8_t>& parameters) {
    auto* copy = static_cast<uint8_t*>(av_mallocz(parameters.size() + AV_INPUT_BUFFER_PADDING_SIZE));
    if (copy == nullptr) return broken(libav::describe(AVERROR(ENOMEM)));
    std::copy(parameters.begin(), parameters.end(), copy);
    av_freep(&codec_->extradata);
    codec_->extradata = copy;  // freed with the context
    codec_->extradata_size = static_cast<int>(parameters.size());
    return {};
  }

 private:
  static Status broken(std::string detail) {
    return fail(ErrorKind::kInternal, Message(GLADI_TEXT("The picture could not be encoded.")),
                std::move(detail));
  }

  Status receive(const PacketSink& sink) {
    for (;;) {
      libav::Packet packet = libav::make_packet();
      const int code = avcodec_receive_packet(codec_.get(), packet.get());
      if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return {};
      if (code < 0) return broken(libav::describe(code));
      packet->dts = packet->pts;  // without B-frames; some drivers leave it empty
      packet->duration = 1;
      if (skip_frames_ && !skip_frames_->pass(packet)) return broken("a packet could not be renumbered");
      --held_;
      given_end_ = packet->pts + 1;
      sink(std::move(packet));
      give_repeats(sink);
    }
  }

  // Each stands behind the picture that it shows.
  void give_repeats(const PacketSink& sink) {
    for (; !repeats_.empty() && repeats_.front() == given_end_; repeats_.pop_front(), ++given_end_) {
      libav::Packet packet = skip_frames_->make();
      packet->pts = packet->dts = given_end_;
      packet->duration = 1;
      sink(std::move(packet));
    }
  }

  libav::CodecContext codec_;
  std::unique_ptr<EncoderFrames> frames_;
  const int interval_;
  libav::Frame frame_;
  std::optional<SkipFrames> skip_frames_;
  std::deque<int64_t> repeats_;  // their numbers, behind a picture that is held back
  int64_t held_ = 0;
  int64_t given_end_ = 0;  // the number after the last packet
};

Result<std::unique_ptr<EncoderFrames>> frames_for(const std::string& encoder, const Canvas& canvas) {
  if (encoder == "h264_vaapi") return EncoderFrames::vaapi(canvas);
  if (encoder == "h264_qsv") return EncoderFrames::nv12();
  return EncoderFrames::in_place();
}

tl::unexpected<Error> unusable(const EncoderSettings& settings, std::string detail) {
  return fail(ErrorKind::kUnsupported,
              Message(GLADI_TEXT("The video encoder {0} can't be used."), {settings.video_encoder}),
              std::move(detail));
}

using Opened = Result<std::unique_ptr<LibavVideoEncoder>>;

Opened open_with(const Canvas& canvas, const EncoderSettings& settings, const AVCodec& encoder,
                 std::unique_ptr<EncoderFrames> frames) {
  const int interval =
      std::max(1, static_cast<int>(settings.keyframe_interval.to_count(canvas.fps_num, canvas.fps_den)));
  libav::CodecContext codec(avcodec_alloc_context3(&encoder));
  if (!codec) return unusable(settings, libav::describe(AVERROR(ENOMEM)));
  set_up(canvas, settings, interval, *codec);
  frames->prepare(*codec);
  if (const int code = avcodec_open2(codec.get(), &encoder, nullptr); code < 0) {
    return unusable(settings, libav::describe(code));
  }
  return std::make_unique<LibavVideoEncoder>(std::move(codec), std::move(frames), interval);
}

Opened open(const Canvas& canvas, const EncoderSettings& settings, const AVCodec& encoder) {
  auto frames = frames_for(settings.video_encoder, canvas);
  if (!frames) return unusable(settings, frames.error().detail);
  auto opened = open_with(canvas, settings, encoder, std::move(*frames));
  // Drivers of small boards take one of two forms, and only opening tells which.
  if (!opened && settings.video_encoder == "h264_v4l2m2m")
    return open_with(canvas, settings, encoder, EncoderFrames::nv12());
  return opened;
}

}  // namespace

Result<std::unique_ptr<VideoEncoder>> open_video_encoder(const Canvas& canvas,
                                                         const EncoderSettings& settings) {
  const AVCodec* encoder = avcodec_find_encoder_by_name(settings.video_encoder.c_str());
  if (encoder == nullptr || encoder->type != AVMEDIA_TYPE_VIDEO)
    return unusable(settings, "not in this libavcodec");
  Opened opened = open(canvas, settings, *encoder);
  if (!opened) return opened;
  if ((*opened)->context().extradata_size == 0) {
    // The file's header needs the stream's parameters before the first packet, but this encoder gives them
    // only with its packets: it is asked for them and opened once more.
    const auto parameters = stream_parameters(**opened, canvas);
    opened->reset();  // first: some hardware serves one at a time
    if (!parameters) return unusable(settings, parameters.error().detail);
    opened = open(canvas, settings, *encoder);
    if (!opened) return opened;
    if (Status set = (*opened)->set_parameters(*parameters); !set)
      return unusable(settings, set.error().detail);
  }
  if (Status allowed = (*opened)->allow_repeats(); !allowed)
    return unusable(settings, allowed.error().detail);
  return opened;
}

}  // namespace gladi
