// Which cameras and microphones are there.
#pragma once

#include <string>
#include <vector>

#include "encoder/capture/picture_source.h"

namespace gladi {

struct CameraDevice {
  std::string spec;       // for --camera: "v4l2:/dev/video0"
  std::string name;       // "Integrated Webcam"
  std::string stable_id;  // maker, model and serial where the system tells, else the place on the bus
  std::string bus;        // the place on the bus: the port it is plugged into
  std::vector<PictureMode> modes;
};

struct MicrophoneDevice {
  std::string spec;  // for --mic: "portaudio:NAME"
  std::string name;
  std::vector<int> sample_rates_hz;
  int channels = 1;
  bool is_default = false;
};

// Both ask the system each time and may take some 100 ms: not on the main thread. A device that can't be
// asked (busy, no permission) is listed without modes.
std::vector<CameraDevice> list_cameras();
std::vector<MicrophoneDevice> list_microphones();

// Changes when a camera or a sound card is plugged in or out; cheap enough to be asked every second.
std::string plugged_in();

}  // namespace gladi
