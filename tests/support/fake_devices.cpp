#include "tests/support/fake_devices.h"

namespace gladi::test {

Result<std::shared_ptr<PictureSource>> FakeDevices::open_camera(const std::string&, const Canvas&,
                                                                FrameSelector& frames, Clock& clock) {
  camera_.emplace(frames, clock);
  return std::make_shared<ReconnectingCamera>(camera_->open(), camera_->reopener(), frames, clock);
}

Result<std::unique_ptr<SoundSource>> FakeDevices::open_microphone(const std::string& name, SoundRing& ring,
                                                                  Clock& clock) {
  return microphones_.open(name, ring, clock);
}

std::vector<MicrophoneDevice> FakeDevices::list_microphones() {
  std::vector<MicrophoneDevice> devices;
  for (const std::string& name : microphones_.plugged())
    devices.push_back({"portaudio:" + name, name, {}, 1, false});
  return devices;
}

}  // namespace gladi::test
