// A webcam through libavdevice.
#pragma once

#include <memory>
#include <string>

#include "encoder/capture/picture_source.h"
#include "encoder/program/canvas.h"

namespace gladi {

class V4l2Camera final : public PictureSource {
 public:
  // `name`: a node, a link to it, the camera's name or its stable id; empty takes the first camera that
  // opens. Errors name the camera: kNotFound, kBusy, kRefused (no right, or no mode that suits),
  // kUnsupported, kIo.
  static Result<std::unique_ptr<PictureSource>> open(const std::string& name, const Canvas& canvas,
                                                     FrameSelector& frames, Clock& clock);
  ~V4l2Camera() override;

  std::string name() const override;
  PictureMode mode() const override;
  std::optional<Error> failure() const override;
  int64_t broken_frames() const override;

 private:
  struct Impl;
  explicit V4l2Camera(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
