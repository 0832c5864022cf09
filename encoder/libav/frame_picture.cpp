#include "encoder/libav/frame_picture.h"

extern "C" {
#include <libavutil/display.h>
#include <libavutil/pixdesc.h>
}
#include <libyuv.h>

#include <cmath>
#include <utility>

namespace gladi::libav {
namespace {

bool is_planar_yuv(int format) {
  switch (format) {
    case AV_PIX_FMT_YUV420P:
    case AV_PIX_FMT_YUVJ420P:
    case AV_PIX_FMT_YUV422P:
    case AV_PIX_FMT_YUVJ422P:
    case AV_PIX_FMT_YUV444P:
    case AV_PIX_FMT_YUVJ444P:
      return true;
    default:
      return false;
  }
}

bool is_full_range(const AVFrame& frame) {
  switch (frame.format) {
    case AV_PIX_FMT_YUVJ420P:
    case AV_PIX_FMT_YUVJ422P:
    case AV_PIX_FMT_YUVJ440P:
    case AV_PIX_FMT_YUVJ444P:
    case AV_PIX_FMT_GRAY8:
      return true;
    default:
      return frame.color_range == AVCOL_RANGE_JPEG;
  }
}

bool is_rgb(int format) {
  const AVPixFmtDescriptor* kind = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(format));
  return kind != nullptr && (kind->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0;
}

// The packed formats of webcams, which libyuv unpacks some ten times faster than swscale. False for any
// other.
bool unpack(const AVFrame& from, DraftPicture& to) {
  const auto plane = [&](int i) { return from.data[i]; };
  const auto stride = [&](int i) { return from.linesize[i]; };
  switch (from.format) {
    case AV_PIX_FMT_YUYV422:
      return libyuv::YUY2ToI420(plane(0), stride(0), to.y(), to.y_stride(), to.u(), to.u_stride(), to.v(),
                                to.v_stride(), from.width, from.height) == 0;
    case AV_PIX_FMT_UYVY422:
      return libyuv::UYVYToI420(plane(0), stride(0), to.y(), to.y_stride(), to.u(), to.u_stride(), to.v(),
                                to.v_stride(), from.width, from.height) == 0;
    case AV_PIX_FMT_NV12:
      return libyuv::NV12ToI420(plane(0), stride(0), plane(1), stride(1), to.y(), to.y_stride(), to.u(),
                                to.u_stride(), to.v(), to.v_stride(), from.width, from.height) == 0;
    case AV_PIX_FMT_NV21:
      return libyuv::NV21ToI420(plane(0), stride(0), plane(1), stride(1), to.y(), to.y_stride(), to.u(),
                                to.u_stride(), to.v(), to.v_stride(), from.width, from.height) == 0;
    default:
      return false;
  }
}

}  // namespace

Colour colour_of(const AVFrame& frame, std::optional<ColourMatrix> untagged) {
  const bool full_range = is_full_range(frame);
  switch (frame.colorspace) {
    case AVCOL_SPC_BT709:
      return {ColourMatrix::kBt709, full_range};
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M:
      return {ColourMatrix::kBt601, full_range};
    default:
      break;
  }
  const ColourMatrix guess = frame.height < 720 ? ColourMatrix::kBt601 : ColourMatrix::kBt709;
  return {untagged.value_or(guess), full_range};
}

int quarter_turns_of(const AVStream& stream) {
  const uint8_t* matrix = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, nullptr);
  if (matrix == nullptr) return 0;
  // libav tells the counterclockwise angle by which the picture is turned when shown.
  const double degrees = -av_display_rotation_get(reinterpret_cast<const int32_t*>(matrix));
  if (std::isnan(degrees)) return 0;
  const int turns = static_cast<int>(std::lround(degrees / 90.0)) % 4;
  return (turns + 4) % 4;
}

Result<PicturePtr> FramePictures::make(Frame frame, MediaTime stamp) {
  std::shared_ptr<Picture> picture;
  if (is_planar_yuv(frame->format) && frame->linesize[0] > 0) {
    picture = wrap(std::move(frame));
  } else {
    auto converted = convert(*frame);
    if (!converted) return fail(std::move(converted));
    picture = std::move(*converted);
  }
  picture->stamp = stamp;
  picture->quarter_turns = quarter_turns_;
  return picture;
}

std::shared_ptr<Picture> FramePictures::wrap(Frame frame) const {
  auto picture = std::make_shared<Picture>();
  picture->width_px = frame->width;
  picture->height_px = frame->height;
  picture->y = {frame->data[0], frame->linesize[0]};
  picture->u = {frame->data[1], frame->linesize[1]};
  picture->v = {frame->data[2], frame->linesize[2]};
  const AVPixFmtDescriptor* kind = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame->format));
  picture->chroma_x_shift = kind->log2_chroma_w;
  picture->chroma_y_shift = kind->log2_chroma_h;
  picture->colour = colour_of(*frame, untagged_);
  picture->memory = std::shared_ptr<const AVFrame>(std::move(frame));
  return picture;
}

Result<std::shared_ptr<Picture>> FramePictures::convert(const AVFrame& frame) {
  DraftPicture draft = pool_.take(frame.width, frame.height);
  Colour colour = colour_of(frame, untagged_);
  if (!unpack(frame, draft)) {
    const auto format = static_cast<AVPixelFormat>(frame.format);
    scaler_.reset(sws_getCachedContext(scaler_.release(), frame.width, frame.height, format, frame.width,
                                       frame.height, AV_PIX_FMT_YUV420P, SWS_BILINEAR | SWS_ACCURATE_RND,
                                       nullptr, nullptr, nullptr));
    if (!scaler_) {
      return fail(
          ErrorKind::kUnsupported, Message(GLADI_TEXT("This kind of picture can't be shown.")),
          av_get_pix_fmt_name(format) != nullptr ? av_get_pix_fmt_name(format) : "unknown pixel format");
    }
    // RGB is free to choose and takes what the program feed uses; YUV keeps its matrix and range.
    if (is_rgb(frame.format)) colour = Colour{};
    const int* table =
        sws_getCoefficients(colour.matrix == ColourMatrix::kBt709 ? SWS_CS_ITU709 : SWS_CS_ITU601);
    const int range_in = is_rgb(frame.format) || colour.full_range ? 1 : 0;
    constexpr int kOne = 1 << 16;  // contrast and saturation of 1.0 in swscale's 16.16 numbers
    sws_setColorspaceDetails(scaler_.get(), table, range_in, table, colour.full_range ? 1 : 0, 0, kOne, kOne);
    uint8_t* const planes[] = {draft.y(), draft.u(), draft.v()};
    const int strides[] = {draft.y_stride(), draft.u_stride(), draft.v_stride()};
    sws_scale(scaler_.get(), frame.data, frame.linesize, 0, frame.height, planes, strides);
  }
  draft.set_colour(colour);
  // The pool rounds sizes up to even; the picture itself is as large as the frame.
  auto picture = std::make_shared<Picture>(*draft.freeze());
  picture->width_px = frame.width;
  picture->height_px = frame.height;
  return picture;
}

}  // namespace gladi::libav
