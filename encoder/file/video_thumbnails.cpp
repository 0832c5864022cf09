#include "encoder/file/video_thumbnails.h"

#include <algorithm>

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

struct VideoThumbnails::Impl {
  fs::path file;
  libav::InputContext input;
  const AVStream* stream = nullptr;
  libav::CodecContext decoder;
  Orientation orientation;
};

VideoThumbnails::VideoThumbnails() : impl_(std::make_unique<Impl>()) {}
VideoThumbnails::~VideoThumbnails() = default;

Result<std::unique_ptr<VideoThumbnails>> VideoThumbnails::open(const fs::path& file) {
  auto opened = open_media(file);
  if (!opened) return fail(std::move(opened));
  std::unique_ptr<VideoThumbnails> made(new VideoThumbnails);
  Impl& impl = *made->impl_;
  impl.file = file;
  impl.input = std::move(*opened);
  AVFormatContext& context = *impl.input;
  const int index = av_find_best_stream(&context, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
  if (index < 0) return no_picture(file, index);
  for (unsigned i = 0; i < context.nb_streams; ++i) {
    if (static_cast<int>(i) != index) context.streams[i]->discard = AVDISCARD_ALL;
  }
  impl.stream = context.streams[index];
  const AVCodecParameters& parameters = *impl.stream->codecpar;
  const AVCodec* codec = avcodec_find_decoder(parameters.codec_id);
  impl.decoder.reset(codec != nullptr ? avcodec_alloc_context3(codec) : nullptr);
  if (!impl.decoder) return no_picture(file, AVERROR_DECODER_NOT_FOUND);
  int code = avcodec_parameters_to_context(impl.decoder.get(), &parameters);
  impl.decoder->thread_count = 1;  // more threads would only hold the first frame back
  impl.decoder->flags |= AV_CODEC_FLAG_LOW_DELAY;
  if (code >= 0) code = avcodec_open2(impl.decoder.get(), codec, nullptr);
  if (code < 0) return no_picture(file, code);
  impl.orientation = orientation_of(*impl.stream);
  return made;
}

Result<Image> VideoThumbnails::at(MediaTime at, int width_px) {
  const AVStream& stream = *impl_->stream;
  const int64_t start = stream.start_time == AV_NOPTS_VALUE ? 0 : stream.start_time;
  const int64_t target =
      start + av_rescale_q(std::max<int64_t>(at.ns, 0), {1, 1'000'000'000}, stream.time_base);
  // Where nothing can be sought (a still picture), the first frame has to do.
  av_seek_frame(impl_->input.get(), stream.index, target, AVSEEK_FLAG_BACKWARD);
  avcodec_flush_buffers(impl_->decoder.get());
  const libav::Frame frame = libav::make_frame();
  const int code = decode_next(*impl_->input, stream.index, *impl_->decoder, *frame);
  if (code < 0 || frame->width <= 0 || frame->height <= 0) return no_picture(impl_->file, code);

  const Orientation& orientation = impl_->orientation;
  const bool lying = orientation.a == 0;  // width and height change places
  const int64_t shown_width = lying ? frame->height : frame->width;
  const int64_t shown_height = lying ? frame->width : frame->height;
  const int width = std::max(1, width_px);
  const int height =
      static_cast<int>(std::max<int64_t>(1, (shown_height * width + shown_width / 2) / shown_width));
  return lying ? image_from_frame(*frame, height, width, orientation)
               : image_from_frame(*frame, width, height, orientation);
}

Result<Image> video_thumbnail(const fs::path& file, MediaTime at, int width_px) {
  auto opened = VideoThumbnails::open(file);
  if (!opened) return fail(std::move(opened));
  return (*opened)->at(at, width_px);
}

}  // namespace gladi
