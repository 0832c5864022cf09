// A microphone through PortAudio.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "encoder/base/clock.h"
#include "encoder/capture/device_list.h"
#include "encoder/capture/sound_source.h"

namespace gladi {

// 32-bit float in buffers of 480 frames, 48 kHz or else the device's own rate. One channel where the device
// gives it: speech in one ear only, from a plug in one side of a stereo input, helps nobody.
class PortAudioMicrophone final : public SoundSource {
 public:
  // `name` as list_portaudio_microphones() tells it, or "pulse:" and a source of the sound server, or such a
  // source's description; empty takes the system's default. Blocks up to some 250
  // ms. Errors name the microphone: kNotFound, kBusy, kRefused (no rate or channels that suit), kIo.
  static Result<std::unique_ptr<SoundSource>> open(const std::string& name, SoundRing& ring, Clock& clock);
  ~PortAudioMicrophone() override;

  std::string name() const override;
  std::string device() const override;
  int sample_rate_hz() const override;
  int channels() const override;
  std::optional<Error> failure() const override;
  // Also sees when the sound server has moved us to another source, which it does silently when one goes.
  std::optional<Error> check() override;

 private:
  struct Impl;
  explicit PortAudioMicrophone(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// PortAudio's own list: as it was when the first stream was opened, for as long as one is open. Empty when
// the sound system can't be started.
std::vector<MicrophoneDevice> list_portaudio_microphones();

}  // namespace gladi
