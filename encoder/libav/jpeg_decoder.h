// Motion JPEG by libjpeg-turbo, a fifth quicker than libavcodec. Private to encoder.
#pragma once

#include <memory>

#include "encoder/libav/handles.h"

namespace gladi::libav {

// One thread at a time; frames live on by themselves.
class JpegDecoder {
 public:
  // Decodes nothing but pictures of this size.
  JpegDecoder(int width_px, int height_px);
  ~JpegDecoder();
  JpegDecoder(JpegDecoder&&) noexcept;
  JpegDecoder& operator=(JpegDecoder&&) noexcept;

  // The usual webcam picture, whole and without a fault: baseline, YCbCr in 4:2:0, 4:2:2 or 4:4:4, full
  // range, of the expected size. The frame is as libavcodec would give it. Null for all others: they are
  // libavcodec's, which also says what is broken.
  Frame decode(const AVPacket& packet);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi::libav
