// Something that gives pictures: a webcam, a file, a phone's stream, the test pattern.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "encoder/base/clock.h"
#include "encoder/base/error.h"
#include "encoder/capture/outage_log.h"
#include "encoder/program/frame_selector.h"

namespace gladi {

struct PictureMode {
  int width_px = 0;
  int height_px = 0;
  double fps = 0;
  std::string format;  // "mjpeg", "yuyv422", a codec's name

  std::string text() const;  // "1280×720, 30 fps, mjpeg"
};

// A source owns its thread ("camera") and runs from creation to destruction; its frames go into the
// FrameSelector it was created with, stamped on the Clock with the moment they were taken. Methods: any
// thread.
class PictureSource {
 public:
  virtual ~PictureSource() = default;
  virtual std::string name() const = 0;  // for the screen: "Integrated Webcam"
  virtual PictureMode mode() const = 0;
  // Set once the source has ended for good (device gone, stream broken), and while it is lost and looked for:
  // what happened, in one sentence.
  virtual std::optional<Error> failure() const = 0;
  virtual int64_t broken_frames() const { return 0; }  // frames that could not be decoded, skipped
  // When it gave nothing. Null for sources that nobody watches: files, the test pattern.
  virtual const OutageLog* outages() const { return nullptr; }
};

}  // namespace gladi
