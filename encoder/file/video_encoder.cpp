#include "encoder/file/video_encoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <thread>
#include <utility>

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
void limit_delay(const Canvas& canvas, const EncoderSettings& settings, AVCodecContext& codec) {
  const int delay =
      static_cast<int>(VideoEncoder::kMaxDelay.ns * canvas.fps_num / canvas.fps_den / 1'000'000'000);
  const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  codec.thread_count = std::min({cores, 4, delay + 1});
  const int lookahead = std::min(preset_lookahead(settings.preset), delay + 1 - codec.thread_count);
  av_opt_set_int(codec.priv_data, "rc-lookahead", lookahead, 0);
  // x264 would hold back one more frame for a look-ahead thread of its own, and one to learn how long a frame
  // lasts.
  av_opt_set(codec.priv_data, "x264-params", "sync-lookahead=0:force-cfr=1", 0);
}

tl::unexpected<Error> failed(const EncoderSettings& settings, std::string detail) {
  return fail(ErrorKind::kUnsupported,
              Message(GLADI_TEXT("The video encoder {0} can't be used."), {settings.video_encoder}),
              std::move(detail));
}

void set_up(const Canvas& canvas, const EncoderSettings& settings, int interval, AVCodecContext& codec) {
  codec.width = canvas.width_px;
  codec.height = canvas.height_px;
  codec.pix_fmt = AV_PIX_FMT_YUV420P;
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
  av_opt_set(codec.priv_data, "preset", settings.preset.c_str(), 0);
  av_opt_set_double(codec.priv_data, "crf", settings.crf, 0);
  // A cut in the picture makes no keyframe of its own: fragments stay regular.
  av_opt_set_int(codec.priv_data, "sc_threshold", 0, AV_OPT_SEARCH_CHILDREN);
  av_opt_set_int(codec.priv_data, "forced-idr", 1, 0);
  limit_delay(canvas, settings, codec);
}

}  // namespace

Result<std::unique_ptr<VideoEncoder>> VideoEncoder::create(const Canvas& canvas,
                                                           const EncoderSettings& settings, PacketSink sink) {
  const AVCodec* encoder = avcodec_find_encoder_by_name(settings.video_encoder.c_str());
  if (encoder == nullptr || encoder->type != AVMEDIA_TYPE_VIDEO)
    return failed(settings, "not in this libavcodec");
  libav::CodecContext codec(avcodec_alloc_context3(encoder));
  if (!codec) return failed(settings, libav::describe(AVERROR(ENOMEM)));
  const int interval =
      std::max(1, static_cast<int>(settings.keyframe_interval.to_count(canvas.fps_num, canvas.fps_den)));
  set_up(canvas, settings, interval, *codec);
  if (const int code = avcodec_open2(codec.get(), encoder, nullptr); code < 0) {
    return failed(settings, libav::describe(code));
  }
  return std::unique_ptr<VideoEncoder>(new VideoEncoder(std::move(codec), interval, std::move(sink)));
}

VideoEncoder::VideoEncoder(libav::CodecContext codec, int interval, PacketSink sink)
    : codec_(std::move(codec)), interval_(interval), sink_(std::move(sink)), frame_(libav::make_frame()) {}

Status VideoEncoder::encode(const PicturePtr& picture, int64_t number) {
  const auto broken = [](std::string detail) {
    return fail(ErrorKind::kInternal, Message(GLADI_TEXT("The picture could not be encoded.")),
                std::move(detail));
  };
  if (!picture || !picture->is_i420() || picture->width_px != codec_->width ||
      picture->height_px != codec_->height) {
    return broken("the picture doesn't have the canvas's size and form");
  }
  av_frame_unref(frame_.get());
  frame_->width = picture->width_px;
  frame_->height = picture->height_px;
  frame_->format = AV_PIX_FMT_YUV420P;
  frame_->pts = number;
  frame_->pict_type = number % interval_ == 0 ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE;
  const std::array<Picture::Plane, 3> planes{picture->y, picture->u, picture->v};
  for (size_t i = 0; i < planes.size(); ++i) {
    frame_->data[i] =
        const_cast<uint8_t*>(planes[i].data);  // libav has no const planes; the buffer is read-only
    frame_->linesize[i] = planes[i].stride;
  }
  // The encoder may hold on to the frame: the buffer holds on to the picture, whoever owns the pixels.
  const auto release = [](void* held, uint8_t*) { delete static_cast<PicturePtr*>(held); };
  auto held = std::make_unique<PicturePtr>(picture);
  const size_t luma_bytes = static_cast<size_t>(planes[0].stride) * static_cast<size_t>(picture->height_px);
  frame_->buf[0] =
      av_buffer_create(frame_->data[0], luma_bytes, release, held.get(), AV_BUFFER_FLAG_READONLY);
  if (frame_->buf[0] == nullptr) return broken(libav::describe(AVERROR(ENOMEM)));
  static_cast<void>(held.release());

  const int code = avcodec_send_frame(codec_.get(), frame_.get());
  av_frame_unref(frame_.get());
  if (code < 0) return broken(libav::describe(code));
  return receive();
}

Status VideoEncoder::flush() {
  avcodec_send_frame(codec_.get(), nullptr);
  return receive();
}

Status VideoEncoder::receive() {
  for (;;) {
    libav::Packet packet = libav::make_packet();
    const int code = avcodec_receive_packet(codec_.get(), packet.get());
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return {};
    if (code < 0) {
      return fail(ErrorKind::kInternal, Message(GLADI_TEXT("The picture could not be encoded.")),
                  libav::describe(code));
    }
    packet->duration = 1;
    sink_(std::move(packet));
  }
}

}  // namespace gladi
