#include "encoder/file/image_convert.h"

#include <cstring>
#include <utility>

#include "encoder/libav/frame_picture.h"

namespace gladi {
namespace {

tl::unexpected<Error> failed(int code) {
  return fail(ErrorKind::kInternal, Message(GLADI_TEXT("The picture could not be converted.")),
              libav::describe(code));
}

constexpr int kScaling = SWS_BICUBIC | SWS_FULL_CHR_H_INP | SWS_ACCURATE_RND;

void set_colours(SwsContext& scaler, Colour from, Colour to) {
  const auto table = [](Colour colour) {
    return sws_getCoefficients(colour.matrix == ColourMatrix::kBt709 ? SWS_CS_ITU709 : SWS_CS_ITU601);
  };
  sws_setColorspaceDetails(&scaler, table(from), from.full_range, table(to), to.full_range, 0, 1 << 16,
                           1 << 16);
}

// swscale wants the plain format with a range beside it.
AVPixelFormat without_range(int format) {
  switch (format) {
    case AV_PIX_FMT_YUVJ420P:
      return AV_PIX_FMT_YUV420P;
    case AV_PIX_FMT_YUVJ422P:
      return AV_PIX_FMT_YUV422P;
    case AV_PIX_FMT_YUVJ444P:
      return AV_PIX_FMT_YUV444P;
    case AV_PIX_FMT_YUVJ440P:
      return AV_PIX_FMT_YUV440P;
    case AV_PIX_FMT_YUVJ411P:
      return AV_PIX_FMT_YUV411P;
    default:
      return static_cast<AVPixelFormat>(format);
  }
}

Image turned(const Image& image, const Orientation& o) {
  if (o.upright()) return image;
  Image out;
  out.width_px = o.a != 0 ? image.width_px : image.height_px;
  out.height_px = o.a != 0 ? image.height_px : image.width_px;
  out.argb.resize(image.argb.size());
  const int x_shift = o.a + o.c < 0 ? out.width_px - 1 : 0;
  const int y_shift = o.b + o.d < 0 ? out.height_px - 1 : 0;
  size_t from = 0;
  for (int y = 0; y < image.height_px; ++y) {
    for (int x = 0; x < image.width_px; ++x, ++from) {
      const int to_x = o.a * x + o.c * y + x_shift;
      const int to_y = o.b * x + o.d * y + y_shift;
      out.argb[static_cast<size_t>(to_y) * static_cast<size_t>(out.width_px) + static_cast<size_t>(to_x)] =
          image.argb[from];
    }
  }
  return out;
}

}  // namespace

Orientation orientation_from_matrix(const int32_t* matrix) {
  const auto sign = [](int32_t value) { return (value > 0x8000) - (value < -0x8000); };
  const Orientation found{sign(matrix[0]), sign(matrix[1]), sign(matrix[3]), sign(matrix[4])};
  const bool straight = found.b == 0 && found.c == 0 && found.a != 0 && found.d != 0;
  const bool quarter = found.a == 0 && found.d == 0 && found.b != 0 && found.c != 0;
  return straight || quarter ? found : Orientation();
}

Orientation orientation_from_exif(int tag) {
  // EXIF 2.32, 4.6.4 A: where row 0 and column 0 of the stored picture are to be seen.
  static constexpr std::array<Orientation, 8> kByTag{{{1, 0, 0, 1},
                                                      {-1, 0, 0, 1},
                                                      {-1, 0, 0, -1},
                                                      {1, 0, 0, -1},
                                                      {0, 1, 1, 0},
                                                      {0, 1, -1, 0},
                                                      {0, -1, -1, 0},
                                                      {0, -1, 1, 0}}};
  return tag >= 1 && tag <= 8 ? kByTag[static_cast<size_t>(tag - 1)] : Orientation();
}

Result<Image> image_from_frame(const AVFrame& frame, int width_px, int height_px,
                               const Orientation& orientation) {
  const libav::Scaler scaler(sws_getContext(frame.width, frame.height, without_range(frame.format), width_px,
                                            height_px, AV_PIX_FMT_RGB32, kScaling, nullptr, nullptr,
                                            nullptr));
  if (!scaler) return failed(AVERROR(EINVAL));
  set_colours(*scaler, libav::colour_of(frame), {ColourMatrix::kBt601, true});
  // swscale writes whole vectors: it gets a frame with room at the ends of its rows.
  const libav::Frame scaled = libav::make_frame();
  scaled->width = width_px;
  scaled->height = height_px;
  scaled->format = AV_PIX_FMT_RGB32;
  if (const int code = av_frame_get_buffer(scaled.get(), 0); code < 0) return failed(code);
  if (const int code = sws_scale(scaler.get(), frame.data, frame.linesize, 0, frame.height, scaled->data,
                                 scaled->linesize);
      code < 0) {
    return failed(code);
  }
  Image image{width_px, height_px,
              std::vector<uint32_t>(static_cast<size_t>(width_px) * static_cast<size_t>(height_px))};
  const size_t row_bytes = static_cast<size_t>(width_px) * sizeof(uint32_t);
  for (int y = 0; y < height_px; ++y) {
    std::memcpy(image.argb.data() + static_cast<size_t>(y) * static_cast<size_t>(width_px),
                scaled->data[0] + static_cast<ptrdiff_t>(y) * scaled->linesize[0], row_bytes);
  }
  return turned(image, orientation);
}

Result<libav::Frame> jpeg_frame_from(const Image& image) {
  if (image.width_px <= 0 || image.height_px <= 0 ||
      image.argb.size() != static_cast<size_t>(image.width_px) * static_cast<size_t>(image.height_px)) {
    return failed(AVERROR(EINVAL));
  }
  libav::Frame frame = libav::make_frame();
  frame->width = image.width_px;
  frame->height = image.height_px;
  frame->format = AV_PIX_FMT_YUVJ420P;
  frame->color_range = AVCOL_RANGE_JPEG;
  if (const int code = av_frame_get_buffer(frame.get(), 0); code < 0) return failed(code);
  const libav::Scaler scaler(sws_getContext(image.width_px, image.height_px, AV_PIX_FMT_RGB32, image.width_px,
                                            image.height_px, AV_PIX_FMT_YUV420P, kScaling, nullptr, nullptr,
                                            nullptr));
  if (!scaler) return failed(AVERROR(EINVAL));
  set_colours(*scaler, {ColourMatrix::kBt601, true}, {ColourMatrix::kBt601, true});
  const std::array<const uint8_t*, 1> rows{reinterpret_cast<const uint8_t*>(image.argb.data())};
  const std::array<int, 1> stride{image.width_px * static_cast<int>(sizeof(uint32_t))};
  if (const int code = sws_scale(scaler.get(), rows.data(), stride.data(), 0, image.height_px, frame->data,
                                 frame->linesize);
      code < 0) {
    return failed(code);
  }
  return frame;
}

}  // namespace gladi
