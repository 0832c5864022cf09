// A computer whose cables a test pulls.
#pragma once

#include <optional>

#include "encoder/capture/capture_devices.h"
#include "tests/support/fake_camera.h"
#include "tests/support/fake_microphones.h"

namespace gladi::test {

class FakeDevices final : public CaptureDevices {
 public:
  Result<std::shared_ptr<PictureSource>> open_camera(const std::string& name, const Canvas& canvas,
                                                     FrameSelector& frames, Clock& clock) override;
  Result<std::unique_ptr<SoundSource>> open_microphone(const std::string& name, SoundRing& ring,
                                                       Clock& clock) override;
  std::vector<MicrophoneDevice> list_microphones() override;

  FakeCamera& camera() { return *camera_; }  // once it is open

  FakeMicrophones& microphones() { return microphones_; }

 private:
  FakeMicrophones microphones_;
  std::optional<FakeCamera> camera_;
};

}  // namespace gladi::test
