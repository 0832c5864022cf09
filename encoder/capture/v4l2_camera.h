// A webcam through libavdevice.
#pragma once

#include <memory>
#include <string>

#include "encoder/capture/device_list.h"
#include "encoder/capture/reconnecting_camera.h"
#include "encoder/program/canvas.h"

namespace gladi {

// One opened camera. It waits for frames as long as it takes: whoever owns it watches what comes
// (ReconnectingCamera). Frames that the driver or the decoder calls damaged are skipped and counted.
class V4l2Camera final : public PictureSource {
 public:
  // `name`: a node, a link to it, the camera's name or its stable id; empty takes the first camera that
  // opens. Errors name the camera: kNotFound, kBusy, kRefused (no right, or no mode that suits),
  // kUnsupported, kIo.
  static Result<std::unique_ptr<V4l2Camera>> open(const std::string& name, const Canvas& canvas,
                                                  FrameSelector& frames, Clock& clock);
  // Opens the same camera again wherever it is by then. Made while it is there: cameras beside it are
  // remembered, so that none of them is taken for it.
  ReconnectingCamera::Reopen reopener() const;
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
