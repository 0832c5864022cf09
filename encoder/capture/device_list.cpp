#include "encoder/capture/device_list.h"

#include "encoder/capture/portaudio_microphone.h"
#include "encoder/capture/v4l2_devices.h"

namespace gladi {

std::vector<CameraDevice> list_cameras() {
  return list_v4l2_cameras();
}

std::vector<MicrophoneDevice> list_microphones() {
  return list_portaudio_microphones();
}

}  // namespace gladi
