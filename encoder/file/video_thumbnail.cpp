#include <algorithm>

#include "encoder/file/image.h"
#include "encoder/file/image_convert.h"
#include "encoder/file/media_input.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> no_picture(const fs::path& file, int code) {
  return fail(ErrorKind::kDamaged,
              Message(GLADI_TEXT("{0} holds no picture that Gladi can show."), {file.string()}),
              libav::describe(code));
}

// The first frame that decodes from where the file stands.
int decode_next(AVFormatContext& context, int stream_index, AVCodecContext& decoder, AVFrame& frame) {
  const libav::Packet packet = libav::make_packet();
  int code = 0;
  while ((code = avcodec_receive_frame(&decoder, &frame)) == AVERROR(EAGAIN)) {
    code = av_read_frame(&context, packet.get());
    if (code == AVERROR_EOF) {
      avcodec_send_packet(&decoder, nullptr);
      continue;
    }
    if (code < 0) return code;
    // A packet that doesn't decode is passed over: the next keyframe may.
    if (packet->stream_index == stream_index) avcodec_send_packet(&decoder, packet.get());
    av_packet_unref(packet.get());
  }
  return code;
}

Orientation orientation_of(const AVStream& stream) {
  const uint8_t* matrix = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, nullptr);
  return matrix != nullptr ? orientation_from_matrix(reinterpret_cast<const int32_t*>(matrix))
                           : Orientation();
}

}  // namespace

Result<Image> video_thumbnail(const fs::path& file, MediaTime at, int width_px) {
  auto opened = open_media(file);
  if (!opened) return fail(std::move(opened));
  AVFormatContext& context = **opened;
  const int index = av_find_best_stream(&context, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
  if (index < 0) return no_picture(file, index);
  const AVStream& stream = *context.streams[index];
  const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
  const libav::CodecContext decoder(codec != nullptr ? avcodec_alloc_context3(codec) : nullptr);
  if (!decoder) return no_picture(file, AVERROR_DECODER_NOT_FOUND);
  int code = avcodec_parameters_to_context(decoder.get(), stream.codecpar);
  decoder->thread_count = 1;  // more threads would only hold the first frame back
  decoder->flags |= AV_CODEC_FLAG_LOW_DELAY;
  if (code >= 0) code = avcodec_open2(decoder.get(), codec, nullptr);
  if (code < 0) return no_picture(file, code);

  const int64_t start = stream.start_time == AV_NOPTS_VALUE ? 0 : stream.start_time;
  const int64_t target =
      start + av_rescale_q(std::max<int64_t>(at.ns, 0), {1, 1'000'000'000}, stream.time_base);
  // Where nothing can be sought (a still picture), the first frame has to do.
  av_seek_frame(&context, index, target, AVSEEK_FLAG_BACKWARD);
  const libav::Frame frame = libav::make_frame();
  code = decode_next(context, index, *decoder, *frame);
  if (code < 0 || frame->width <= 0 || frame->height <= 0) return no_picture(file, code);

  const Orientation orientation = orientation_of(stream);
  const bool lying = orientation.a == 0;  // width and height change places
  const int64_t shown_width = lying ? frame->height : frame->width;
  const int64_t shown_height = lying ? frame->width : frame->height;
  const int width = std::max(1, width_px);
  const int height =
      static_cast<int>(std::max<int64_t>(1, (shown_height * width + shown_width / 2) / shown_width));
  return lying ? image_from_frame(*frame, height, width, orientation)
               : image_from_frame(*frame, width, height, orientation);
}

}  // namespace gladi
