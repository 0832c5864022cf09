#include "encoder/file/stream_parameters.h"

extern "C" {
#include <libavcodec/bsf.h>
}

#include <cstring>

#include "encoder/program/picture_pool.h"

namespace gladi {
namespace {

struct FreeBsf {
  void operator()(AVBSFContext* context) const { av_bsf_free(&context); }
};

PicturePtr grey(const Canvas& canvas) {
  PicturePool pool;
  DraftPicture picture = pool.take(canvas.width_px, canvas.height_px);
  const auto rows = static_cast<size_t>(canvas.height_px);
  std::memset(picture.y(), 128, static_cast<size_t>(picture.y_stride()) * rows);
  std::memset(picture.u(), 128, static_cast<size_t>(picture.u_stride()) * (rows / 2));
  std::memset(picture.v(), 128, static_cast<size_t>(picture.v_stride()) * (rows / 2));
  return picture.freeze();
}

tl::unexpected<Error> failed(const VideoEncoder& encoder, const char* detail) {
  return fail(ErrorKind::kUnsupported,
              Message(GLADI_TEXT("The video encoder {0} can't be used."), {encoder.context().codec->name}),
              detail);
}

std::vector<uint8_t> extract(AVPacket& packet) {
  const AVBitStreamFilter* filter = av_bsf_get_by_name("extract_extradata");
  AVBSFContext* allocated = nullptr;
  if (filter == nullptr || av_bsf_alloc(filter, &allocated) < 0) return {};
  const std::unique_ptr<AVBSFContext, FreeBsf> extractor(allocated);
  extractor->par_in->codec_type = AVMEDIA_TYPE_VIDEO;
  extractor->par_in->codec_id = AV_CODEC_ID_H264;
  if (av_bsf_init(extractor.get()) < 0 || av_bsf_send_packet(extractor.get(), &packet) < 0) return {};
  const libav::Packet filtered = libav::make_packet();
  if (av_bsf_receive_packet(extractor.get(), filtered.get()) < 0) return {};
  size_t size = 0;
  const uint8_t* data = av_packet_get_side_data(filtered.get(), AV_PKT_DATA_NEW_EXTRADATA, &size);
  return data == nullptr ? std::vector<uint8_t>() : std::vector<uint8_t>(data, data + size);
}

}  // namespace

Result<std::vector<uint8_t>> stream_parameters(VideoEncoder& encoder, const Canvas& canvas) {
  libav::Packet first;
  const auto keep_first = [&first](libav::Packet packet) {
    if (!first) first = std::move(packet);
  };
  const PicturePtr picture = grey(canvas);
  for (int64_t number = 0; number < encoder.interval() && !first; ++number) {
    if (Status encoded = encoder.encode(picture, number, keep_first); !encoded)
      return tl::unexpected(encoded.error());
  }
  static_cast<void>(encoder.flush(keep_first));
  if (!first) return failed(encoder, "no packet came");
  std::vector<uint8_t> parameters = extract(*first);
  if (parameters.empty()) return failed(encoder, "no stream parameters in its first packet");
  return parameters;
}

}  // namespace gladi
