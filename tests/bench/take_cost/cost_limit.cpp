#include "cost_limit.h"

#include <libyuv.h>

#include <algorithm>
#include <utility>

#include "encoder/base/platform.h"
#include "encoder/libav/handles.h"
#include "encoder/program/picture_pool.h"

namespace gladi::bench {
namespace {

using libav::CodecContext;
using libav::describe;
using libav::Frame;
using libav::InputContext;
using libav::Packet;

// Adds what a step costs to `cpu_seconds`.
class CpuTimer {
 public:
  explicit CpuTimer(double& cpu_seconds)
      : cpu_seconds_(cpu_seconds), begin_(platform::process_cpu_seconds()) {}
  ~CpuTimer() { cpu_seconds_ += platform::process_cpu_seconds() - begin_; }
  CpuTimer(const CpuTimer&) = delete;
  CpuTimer& operator=(const CpuTimer&) = delete;

 private:
  double& cpu_seconds_;
  double begin_;
};

tl::unexpected<Error> failed(const char* step, int code) {
  return fail(ErrorKind::kInternal, Message("the benchmark's {0} failed", {step}), describe(code));
}

struct Packets {
  std::vector<Packet> video, sound;
  CodecContext decoder;
};

Result<CodecContext> open_decoder(const AVStream& stream) {
  CodecContext context(avcodec_alloc_context3(avcodec_find_decoder(stream.codecpar->codec_id)));
  avcodec_parameters_to_context(context.get(), stream.codecpar);
  context->thread_count = 1;
  if (int code = avcodec_open2(context.get(), nullptr, nullptr); code < 0) return failed("decoder", code);
  return context;
}

Result<Packets> read_packets(const std::filesystem::path& file, int seconds) {
  AVFormatContext* raw = nullptr;
  if (int code = avformat_open_input(&raw, file.c_str(), nullptr, nullptr); code < 0)
    return failed("camera file", code);
  InputContext input(raw);
  avformat_find_stream_info(input.get(), nullptr);
  const int video = av_find_best_stream(input.get(), AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
  if (video < 0) return failed("camera's picture", video);
  auto decoder = open_decoder(*input->streams[video]);
  if (!decoder) return fail(std::move(decoder));
  Packets packets;
  packets.decoder = std::move(*decoder);
  for (auto packet = libav::make_packet(); av_read_frame(input.get(), packet.get()) >= 0;
       packet = libav::make_packet()) {
    const double at =
        static_cast<double>(packet->pts) * av_q2d(input->streams[packet->stream_index]->time_base);
    if (at >= seconds) continue;
    (packet->stream_index == video ? packets.video : packets.sound).push_back(std::move(packet));
  }
  return packets;
}

Result<std::vector<Frame>> decode(Packets& packets, double& cpu_seconds) {
  std::vector<Frame> frames;
  const CpuTimer timer(cpu_seconds);
  for (const Packet& packet : packets.video) {
    if (int code = avcodec_send_packet(packets.decoder.get(), packet.get()); code < 0)
      return failed("decoding", code);
    for (auto frame = libav::make_frame(); avcodec_receive_frame(packets.decoder.get(), frame.get()) >= 0;
         frame = libav::make_frame()) {
      frames.push_back(std::move(frame));
    }
  }
  return frames;
}

// Cuts the middle out in the canvas's shape, then scales plane by plane: what any program has to do.
PicturePtr crop_and_scale(const AVFrame& frame, const Canvas& canvas, PicturePool& pool) {
  const int crop_width = std::min(frame.width, frame.height * canvas.width_px / canvas.height_px / 2 * 2);
  const int crop_height = std::min(frame.height, frame.width * canvas.height_px / canvas.width_px / 2 * 2);
  const int x = (frame.width - crop_width) / 4 * 2;
  const int y = (frame.height - crop_height) / 4 * 2;
  DraftPicture out = pool.take(canvas.width_px, canvas.height_px);
  const auto plane = [&](int index, int shift, uint8_t* to, int stride) {
    const uint8_t* from =
        frame.data[index] + static_cast<ptrdiff_t>(y >> shift) * frame.linesize[index] + (x >> shift);
    libyuv::ScalePlane(from, frame.linesize[index], crop_width >> shift, crop_height >> shift, to, stride,
                       canvas.width_px >> shift, canvas.height_px >> shift, libyuv::kFilterBilinear);
  };
  plane(0, 0, out.y(), out.y_stride());
  plane(1, 1, out.u(), out.u_stride());
  plane(2, 1, out.v(), out.v_stride());
  return out.freeze();
}

int drain(AVCodecContext& encoder) {
  for (auto packet = libav::make_packet();;) {
    const int code = avcodec_receive_packet(&encoder, packet.get());
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return 0;
    if (code < 0) return code;
  }
}

Status encode_video(const std::vector<PicturePtr>& pictures, const Canvas& canvas,
                    const EncoderSettings& settings, double& cpu_seconds) {
  const CpuTimer timer(cpu_seconds);
  CodecContext encoder(avcodec_alloc_context3(avcodec_find_encoder_by_name("libx264")));
  encoder->width = canvas.width_px;
  encoder->height = canvas.height_px;
  encoder->pix_fmt = AV_PIX_FMT_YUV420P;
  encoder->time_base = {canvas.fps_den, canvas.fps_num};
  encoder->framerate = {canvas.fps_num, canvas.fps_den};
  encoder->gop_size = static_cast<int>(settings.keyframe_interval.to_count(canvas.fps_num, canvas.fps_den));
  encoder->max_b_frames = 0;
  encoder->rc_max_rate = settings.max_bitrate_bps;
  encoder->rc_buffer_size = static_cast<int>(settings.max_bitrate_bps);
  libav::Options options;
  options.set("preset", settings.preset);
  options.set("crf", std::to_string(settings.crf));
  if (int code = avcodec_open2(encoder.get(), nullptr, options.get()); code < 0) return failed("x264", code);
  auto frame = libav::make_frame();
  for (size_t n = 0; n < pictures.size(); ++n) {
    const Picture& picture = *pictures[n];
    frame->format = AV_PIX_FMT_YUV420P;
    frame->width = canvas.width_px;
    frame->height = canvas.height_px;
    frame->pts = static_cast<int64_t>(n);
    const Picture::Plane planes[] = {picture.y, picture.u, picture.v};
    for (int i = 0; i < 3; ++i) {
      frame->data[i] = const_cast<uint8_t*>(planes[i].data);
      frame->linesize[i] = planes[i].stride;
    }
    // Without a reference of its own libavcodec would copy the picture; the pictures outlive the encoder
    // here.
    frame->buf[0] = av_buffer_create(
        frame->data[0], 1, [](void*, uint8_t*) {}, nullptr, AV_BUFFER_FLAG_READONLY);
    const int sent = avcodec_send_frame(encoder.get(), frame.get());
    av_frame_unref(frame.get());
    if (sent < 0 || drain(*encoder) < 0) return failed("x264", sent);
  }
  avcodec_send_frame(encoder.get(), nullptr);
  if (int code = drain(*encoder); code < 0) return failed("x264", code);
  return {};
}

Status encode_sound(const std::vector<Packet>& packets, const EncoderSettings& settings,
                    double& cpu_seconds) {
  std::vector<float> left, right;
  for (const Packet& packet : packets) {
    const auto* samples = reinterpret_cast<const int16_t*>(packet->data);
    for (int i = 0; i + 1 < packet->size / 2; i += 2) {
      left.push_back(static_cast<float>(samples[i]) / 32768.0F);
      right.push_back(static_cast<float>(samples[i + 1]) / 32768.0F);
    }
  }
  const CpuTimer timer(cpu_seconds);
  CodecContext encoder(avcodec_alloc_context3(avcodec_find_encoder(AV_CODEC_ID_AAC)));
  encoder->sample_rate = 48'000;
  encoder->sample_fmt = AV_SAMPLE_FMT_FLTP;
  encoder->bit_rate = settings.audio_bitrate_bps;
  av_channel_layout_default(&encoder->ch_layout, 2);
  if (int code = avcodec_open2(encoder.get(), nullptr, nullptr); code < 0) return failed("AAC", code);
  auto frame = libav::make_frame();
  for (size_t at = 0; at + 1024 <= left.size(); at += 1024) {
    frame->format = AV_SAMPLE_FMT_FLTP;
    frame->nb_samples = 1024;
    frame->sample_rate = 48'000;
    av_channel_layout_default(&frame->ch_layout, 2);
    if (int code = av_frame_get_buffer(frame.get(), 0); code < 0) return failed("AAC", code);
    std::copy_n(left.data() + at, 1024, reinterpret_cast<float*>(frame->data[0]));
    std::copy_n(right.data() + at, 1024, reinterpret_cast<float*>(frame->data[1]));
    frame->pts = static_cast<int64_t>(at);
    const int sent = avcodec_send_frame(encoder.get(), frame.get());
    av_frame_unref(frame.get());
    if (sent < 0 || drain(*encoder) < 0) return failed("AAC", sent);
  }
  return {};
}

}  // namespace

Result<CostLimit> measure_limit(const std::filesystem::path& camera, const Canvas& canvas,
                                const EncoderSettings& settings, int seconds) {
  av_log_set_level(AV_LOG_ERROR);  // otherwise x264 tells its statistics
  auto packets = read_packets(camera, seconds);
  if (!packets) return fail(std::move(packets));
  CostLimit sum;
  const auto frames = decode(*packets, sum.decode);
  if (!frames) return tl::unexpected(frames.error());

  PicturePool pool;
  std::vector<PicturePtr> pictures;
  pictures.reserve(frames->size());
  // The first round only takes the memory: page faults are no part of scaling.
  for (const Frame& frame : *frames) pictures.push_back(crop_and_scale(*frame, canvas, pool));
  {
    PicturePool second_pool;
    PicturePtr reused = crop_and_scale(*frames->front(), canvas, second_pool);
    const CpuTimer timer(sum.scale);
    for (const Frame& frame : *frames) {
      reused.reset();
      reused = crop_and_scale(*frame, canvas, second_pool);
    }
  }
  if (auto encoded = encode_video(pictures, canvas, settings, sum.video); !encoded)
    return tl::unexpected(encoded.error());
  if (auto encoded = encode_sound(packets->sound, settings, sum.sound); !encoded)
    return tl::unexpected(encoded.error());

  const double length = static_cast<double>(frames->size()) * canvas.fps_den / canvas.fps_num;
  return CostLimit{sum.decode / length, sum.scale / length, sum.video / length, sum.sound / length};
}

}  // namespace gladi::bench
