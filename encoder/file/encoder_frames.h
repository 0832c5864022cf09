// Turns program pictures into the frames that an encoder wants. Private to encoder/file.
#pragma once

#include <memory>

#include "encoder/libav/handles.h"
#include "encoder/program/canvas.h"

namespace gladi {

// One thread at a time.
class EncoderFrames {
 public:
  virtual ~EncoderFrames() = default;
  // Tells the encoder's context what it will get; before it is opened.
  virtual void prepare(AVCodecContext& codec) const = 0;
  // Puts `picture`, which has the canvas's size and is I420, into `frame`, an empty one: pixels, size,
  // format.
  virtual Status fill(const PicturePtr& picture, AVFrame& frame) = 0;

  // Pixels stay where they are; the frame keeps the picture alive.
  static std::unique_ptr<EncoderFrames> in_place();
  // Copied into NV12, as most hardware wants it.
  static std::unique_ptr<EncoderFrames> nv12();
  // Copied into NV12 and from there into the graphics card. kUnsupported when there is none.
  static Result<std::unique_ptr<EncoderFrames>> vaapi(const Canvas& canvas);
};

}  // namespace gladi
