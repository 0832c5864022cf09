#include "encoder/file/image.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "encoder/base/platform.h"
#include "encoder/file/exif.h"
#include "encoder/file/image_convert.h"
#include "encoder/libav/handles.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

constexpr int64_t kMaxPixels = 100'000'000;
constexpr uintmax_t kMaxFileBytes = 256ULL * 1024 * 1024;
constexpr int kJpegQuality = 3;  // libav's scale, 2 (best) to 31

tl::unexpected<Error> unreadable(const fs::path& file, std::string detail) {
  return fail(
      ErrorKind::kDamaged,
      Message(GLADI_TEXT("{0} is no picture that Gladi can read: JPEG, PNG and WebP are."), {file.string()}),
      std::move(detail));
}

tl::unexpected<Error> too_large(const fs::path& file) {
  return fail(ErrorKind::kUnsupported,
              Message(GLADI_TEXT("{0} is too large a picture: at most 100 megapixels can be read."),
                      {file.string()}));
}

// By content: names lie.
AVCodecID format_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return AV_CODEC_ID_MJPEG;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return AV_CODEC_ID_PNG;
  if (bytes.starts_with("RIFF"sv) && bytes.substr(std::min<size_t>(8, bytes.size())).starts_with("WEBP"sv)) {
    return AV_CODEC_ID_WEBP;
  }
  return AV_CODEC_ID_NONE;
}

// libav fills up a JPEG that breaks off and calls it good. A whole one has an end mark after its last scan;
// marks in an embedded preview come before the first.
bool breaks_off(AVCodecID format, std::string_view bytes) {
  if (format != AV_CODEC_ID_MJPEG) return false;
  const size_t scan = bytes.rfind("\xFF\xDA"sv), end = bytes.rfind("\xFF\xD9"sv);
  return scan == std::string_view::npos || end == std::string_view::npos || end < scan;
}

// Called before libav takes memory for the picture.
int refuse_large_pictures(AVCodecContext* codec, AVFrame* frame, int flags) {
  if (static_cast<int64_t>(frame->width) * frame->height > kMaxPixels) {
    *static_cast<bool*>(codec->opaque) = true;
    return AVERROR(ENOMEM);
  }
  return avcodec_default_get_buffer2(codec, frame, flags);
}

Result<libav::Frame> decode(const fs::path& file, AVCodecID format, std::string_view bytes) {
  const AVCodec* decoder = avcodec_find_decoder(format);
  const libav::CodecContext codec(decoder != nullptr ? avcodec_alloc_context3(decoder) : nullptr);
  const libav::Packet packet = libav::make_packet();
  libav::Frame frame = libav::make_frame();
  if (!codec || av_new_packet(packet.get(), static_cast<int>(bytes.size())) < 0) {
    return unreadable(file, libav::describe(AVERROR(ENOMEM)));
  }
  std::copy(bytes.begin(), bytes.end(), packet->data);
  bool large = false;
  codec->opaque = &large;
  codec->get_buffer2 = refuse_large_pictures;
  codec->err_recognition = AV_EF_EXPLODE;
  codec->thread_count = 1;
  int code = avcodec_open2(codec.get(), decoder, nullptr);
  if (code >= 0) code = avcodec_send_packet(codec.get(), packet.get());
  if (code >= 0) code = avcodec_send_packet(codec.get(), nullptr);
  if (code >= 0) code = avcodec_receive_frame(codec.get(), frame.get());
  if (large) return too_large(file);
  if (code < 0 || frame->width <= 0 || frame->height <= 0) return unreadable(file, libav::describe(code));
  return frame;
}

Orientation orientation_of(const AVFrame& frame, AVCodecID format, std::string_view bytes) {
  if (format != AV_CODEC_ID_MJPEG) return orientation_from_exif(exif_orientation(bytes));
  if (const AVFrameSideData* matrix = av_frame_get_side_data(&frame, AV_FRAME_DATA_DISPLAYMATRIX)) {
    return orientation_from_matrix(reinterpret_cast<const int32_t*>(matrix->data));
  }
  const AVDictionaryEntry* tag = av_dict_get(frame.metadata, "Orientation", nullptr, 0);
  return tag != nullptr ? orientation_from_exif(std::atoi(tag->value)) : Orientation();
}

}  // namespace

Result<Image> load_image(const fs::path& file, int max_side_px) {
  std::error_code error;
  if (fs::file_size(file, error) > kMaxFileBytes && !error) return too_large(file);
  auto bytes = platform::read_file(file);
  if (!bytes) return fail(std::move(bytes));
  const AVCodecID format = format_of(*bytes);
  if (format == AV_CODEC_ID_NONE) return unreadable(file, "neither JPEG nor PNG nor WebP");
  if (breaks_off(format, *bytes)) return unreadable(file, "the file breaks off");
  auto frame = decode(file, format, *bytes);
  if (!frame) return fail(std::move(frame));

  int width = (*frame)->width, height = (*frame)->height;
  if (const int longest = std::max(width, height); max_side_px > 0 && longest > max_side_px) {
    const auto fitted = [&](int side) {
      return std::max(1,
                      static_cast<int>((static_cast<int64_t>(side) * max_side_px + longest / 2) / longest));
    };
    width = fitted(width);
    height = fitted(height);
  }
  return image_from_frame(**frame, width, height, orientation_of(**frame, format, *bytes));
}

bool begins_as_image(const fs::path& file) {
  std::array<char, 16> head{};
  std::ifstream in(file, std::ios::binary);
  in.read(head.data(), head.size());
  return format_of({head.data(), static_cast<size_t>(in.gcount())}) != AV_CODEC_ID_NONE;
}

Status save_jpeg(const Image& image, const fs::path& file) {
  const auto failed = [&](int code) {
    return fail(ErrorKind::kInternal,
                Message(GLADI_TEXT("The picture {0} could not be made."), {file.string()}),
                libav::describe(code));
  };
  auto frame = jpeg_frame_from(image);
  if (!frame) return fail(std::move(frame));
  const AVCodec* encoder = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
  const libav::CodecContext codec(encoder != nullptr ? avcodec_alloc_context3(encoder) : nullptr);
  if (!codec) return failed(AVERROR_ENCODER_NOT_FOUND);
  codec->width = image.width_px;
  codec->height = image.height_px;
  codec->pix_fmt = AV_PIX_FMT_YUVJ420P;
  codec->color_range = AVCOL_RANGE_JPEG;
  codec->time_base = {1, 1};
  codec->flags |= AV_CODEC_FLAG_QSCALE;
  codec->global_quality = FF_QP2LAMBDA * kJpegQuality;
  codec->thread_count = 1;
  (*frame)->quality = codec->global_quality;
  (*frame)->pts = 0;
  const libav::Packet packet = libav::make_packet();
  int code = avcodec_open2(codec.get(), encoder, nullptr);
  if (code >= 0) code = avcodec_send_frame(codec.get(), frame->get());
  if (code >= 0) code = avcodec_send_frame(codec.get(), nullptr);
  if (code >= 0) code = avcodec_receive_packet(codec.get(), packet.get());
  if (code < 0) return failed(code);
  const char* data = reinterpret_cast<const char*>(packet->data);
  return platform::write_file_atomically(file, std::string(data, static_cast<size_t>(packet->size)));
}

}  // namespace gladi
