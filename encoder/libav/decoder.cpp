#include "encoder/libav/decoder.h"

#include <utility>

namespace gladi::libav {
namespace {

// So many pictures in a row that libjpeg-turbo leaves to libavcodec: this camera's are of another kind.
constexpr int kMostRefused = 30;

}  // namespace

Result<Decoder> Decoder::open(const AVStream& stream) {
  const AVCodecID id = stream.codecpar->codec_id;
  const auto unsupported = [&](int code) {
    return fail(ErrorKind::kUnsupported,
                Message(GLADI_TEXT("The format {0} can't be decoded here."), {avcodec_get_name(id)}),
                code == 0 ? "" : describe(code));
  };
  const AVCodec* codec = avcodec_find_decoder(id);
  if (codec == nullptr) return unsupported(0);
  CodecContext context(avcodec_alloc_context3(codec));
  if (!context) return unsupported(AVERROR(ENOMEM));
  if (const int code = avcodec_parameters_to_context(context.get(), stream.codecpar); code < 0)
    return unsupported(code);

  context->pkt_timebase = stream.time_base;
  const bool light =
      id == AV_CODEC_ID_MJPEG || id == AV_CODEC_ID_RAWVIDEO || codec->type != AVMEDIA_TYPE_VIDEO;
  context->thread_count = light ? 1 : 2;
  // Without this a damaged JPEG comes out half grey and is called good.
  if (id == AV_CODEC_ID_MJPEG) context->err_recognition |= AV_EF_EXPLODE;
  if (const int code = avcodec_open2(context.get(), codec, nullptr); code < 0) return unsupported(code);
  Decoder decoder(std::move(context));
  if (id == AV_CODEC_ID_MJPEG) decoder.jpeg_.emplace(stream.codecpar->width, stream.codecpar->height);
  return decoder;
}

std::vector<Frame> Decoder::decode(const AVPacket* packet) {
  std::vector<Frame> frames;
  if (jpeg_ && packet != nullptr) {
    if (Frame frame = jpeg_->decode(*packet)) {
      refused_by_jpeg_ = 0;
      frames.push_back(std::move(frame));
      return frames;
    }
    if (++refused_by_jpeg_ > kMostRefused) jpeg_.reset();
  }
  const auto take_ready = [&] {
    while (true) {
      Frame frame = make_frame();
      const int code = avcodec_receive_frame(context_.get(), frame.get());
      if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return;
      if (code < 0 || frame->decode_error_flags != 0) {
        ++broken_;
        if (code < 0) return;
        continue;
      }
      frames.push_back(std::move(frame));
    }
  };
  int code = avcodec_send_packet(context_.get(), packet);
  if (code == AVERROR(EAGAIN)) {  // full of frames nobody has fetched
    take_ready();
    code = avcodec_send_packet(context_.get(), packet);
  }
  if (code < 0 && code != AVERROR_EOF) ++broken_;
  take_ready();
  return frames;
}

void Decoder::flush() {
  avcodec_flush_buffers(context_.get());
}

}  // namespace gladi::libav
