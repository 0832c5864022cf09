#include "encoder/file/encoder_frames.h"

extern "C" {
#include <libavutil/hwcontext.h>
}
#include <libyuv.h>

#include <array>
#include <utility>

namespace gladi {
namespace {

tl::unexpected<Error> broken(int code) {
  return fail(ErrorKind::kInternal, Message(GLADI_TEXT("The picture could not be encoded.")),
              libav::describe(code));
}

class InPlaceFrames final : public EncoderFrames {
 public:
  void prepare(AVCodecContext& codec) const override { codec.pix_fmt = AV_PIX_FMT_YUV420P; }

  Status fill(const PicturePtr& picture, AVFrame& frame) override {
    frame.width = picture->width_px;
    frame.height = picture->height_px;
    frame.format = AV_PIX_FMT_YUV420P;
    const std::array<Picture::Plane, 3> planes{picture->y, picture->u, picture->v};
    for (size_t i = 0; i < planes.size(); ++i) {
      // libav has no const planes; the buffer is read-only.
      frame.data[i] = const_cast<uint8_t*>(planes[i].data);
      frame.linesize[i] = planes[i].stride;
    }
    // The encoder may hold on to the frame: the buffer holds on to the picture, whoever owns the pixels.
    const auto release = [](void* held, uint8_t*) { delete static_cast<PicturePtr*>(held); };
    auto held = std::make_unique<PicturePtr>(picture);
    const size_t luma_bytes = static_cast<size_t>(planes[0].stride) * static_cast<size_t>(picture->height_px);
    frame.buf[0] = av_buffer_create(frame.data[0], luma_bytes, release, held.get(), AV_BUFFER_FLAG_READONLY);
    if (frame.buf[0] == nullptr) return broken(AVERROR(ENOMEM));
    static_cast<void>(held.release());
    return {};
  }
};

class Nv12Frames final : public EncoderFrames {
 public:
  void prepare(AVCodecContext& codec) const override { codec.pix_fmt = AV_PIX_FMT_NV12; }

  Status fill(const PicturePtr& picture, AVFrame& frame) override {
    frame.width = picture->width_px;
    frame.height = picture->height_px;
    frame.format = AV_PIX_FMT_NV12;
    if (const int code = av_frame_get_buffer(&frame, 0); code < 0) return broken(code);
    libyuv::I420ToNV12(picture->y.data, picture->y.stride, picture->u.data, picture->u.stride,
                       picture->v.data, picture->v.stride, frame.data[0], frame.linesize[0], frame.data[1],
                       frame.linesize[1], picture->width_px, picture->height_px);
    return {};
  }
};

struct Unref {
  void operator()(AVBufferRef* reference) const { av_buffer_unref(&reference); }
};
using BufferRef = std::unique_ptr<AVBufferRef, Unref>;

class VaapiFrames final : public EncoderFrames {
 public:
  explicit VaapiFrames(BufferRef surfaces) : surfaces_(std::move(surfaces)) {}

  void prepare(AVCodecContext& codec) const override {
    codec.pix_fmt = AV_PIX_FMT_VAAPI;
    codec.hw_frames_ctx = av_buffer_ref(surfaces_.get());
  }

  Status fill(const PicturePtr& picture, AVFrame& frame) override {
    libav::Frame copy = libav::make_frame();
    if (Status copied = nv12_.fill(picture, *copy); !copied) return copied;
    if (const int code = av_hwframe_get_buffer(surfaces_.get(), &frame, 0); code < 0) return broken(code);
    if (const int code = av_hwframe_transfer_data(&frame, copy.get(), 0); code < 0) return broken(code);
    return {};
  }

 private:
  BufferRef surfaces_;
  Nv12Frames nv12_;
};

}  // namespace

std::unique_ptr<EncoderFrames> EncoderFrames::in_place() {
  return std::make_unique<InPlaceFrames>();
}

std::unique_ptr<EncoderFrames> EncoderFrames::nv12() {
  return std::make_unique<Nv12Frames>();
}

Result<std::unique_ptr<EncoderFrames>> EncoderFrames::vaapi(const Canvas& canvas) {
  const auto unusable = [](int code) {
    return fail(ErrorKind::kUnsupported,
                Message(GLADI_TEXT("The video encoder {0} can't be used."), {"h264_vaapi"}),
                libav::describe(code));
  };
  AVBufferRef* device = nullptr;
  if (const int code = av_hwdevice_ctx_create(&device, AV_HWDEVICE_TYPE_VAAPI, nullptr, nullptr, 0); code < 0)
    return unusable(code);
  const BufferRef held(device);
  BufferRef surfaces(av_hwframe_ctx_alloc(device));
  if (!surfaces) return unusable(AVERROR(ENOMEM));
  auto* frames = reinterpret_cast<AVHWFramesContext*>(surfaces->data);
  frames->format = AV_PIX_FMT_VAAPI;
  frames->sw_format = AV_PIX_FMT_NV12;
  frames->width = canvas.width_px;
  frames->height = canvas.height_px;
  frames->initial_pool_size = 16;  // what the encoder refers to, what is in its hands, and the next ones
  if (const int code = av_hwframe_ctx_init(surfaces.get()); code < 0) return unusable(code);
  return std::make_unique<VaapiFrames>(std::move(surfaces));
}

}  // namespace gladi
