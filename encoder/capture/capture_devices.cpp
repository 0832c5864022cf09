#include "encoder/capture/capture_devices.h"

#include <utility>

#include "encoder/capture/portaudio_microphone.h"
#include "encoder/capture/reconnecting_camera.h"
#include "encoder/capture/v4l2_camera.h"

namespace gladi {
namespace {

class SystemDevices final : public CaptureDevices {
 public:
  Result<std::shared_ptr<PictureSource>> open_camera(const std::string& name, const Canvas& canvas,
                                                     FrameSelector& frames, Clock& clock) override {
    auto opened = V4l2Camera::open(name, canvas, frames, clock);
    if (!opened) return fail(std::move(opened));
    auto reopen = (*opened)->reopener();
    return std::make_shared<ReconnectingCamera>(std::move(*opened), std::move(reopen), frames, clock);
  }
  Result<std::unique_ptr<SoundSource>> open_microphone(const std::string& name, SoundRing& ring,
                                                       Clock& clock) override {
    return PortAudioMicrophone::open(name, ring, clock);
  }
  std::vector<MicrophoneDevice> list_microphones() override { return gladi::list_microphones(); }
};

}  // namespace

std::shared_ptr<CaptureDevices> CaptureDevices::of_this_computer() {
  return std::make_shared<SystemDevices>();
}

}  // namespace gladi
