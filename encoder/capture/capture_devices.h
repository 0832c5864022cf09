// Opens cameras and microphones that are plugged into the computer. An interface, so that tests can pull
// cables.
#pragma once

#include <memory>
#include <string>

#include "encoder/capture/device_list.h"
#include "encoder/capture/picture_source.h"
#include "encoder/capture/sound_source.h"
#include "encoder/program/canvas.h"

namespace gladi {

// Any thread.
class CaptureDevices {
 public:
  virtual ~CaptureDevices() = default;

  // A camera that comes back by itself after it was lost. Empty name: the first one that opens.
  virtual Result<std::shared_ptr<PictureSource>> open_camera(const std::string& name, const Canvas& canvas,
                                                             FrameSelector& frames, Clock& clock) = 0;

  // A microphone as it is, watched by whoever asked. Empty name: the system's default.
  virtual Result<std::unique_ptr<SoundSource>> open_microphone(const std::string& name, SoundRing& ring,
                                                               Clock& clock) = 0;
  // What is there by now, without harming a microphone that runs.
  virtual std::vector<MicrophoneDevice> list_microphones() = 0;

  // The computer's own.
  static std::shared_ptr<CaptureDevices> of_this_computer();
};

}  // namespace gladi
