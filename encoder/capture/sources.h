// Opens the camera and the microphone that a person named.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "encoder/capture/capture_devices.h"
#include "encoder/capture/sound_source.h"
#include "encoder/capture/source_spec.h"
#include "encoder/program/canvas.h"

namespace gladi {

struct SourceOptions {
  SourceSpec camera;
  SourceSpec microphone;
  Canvas canvas;                            // picks the camera mode that needs least scaling
  std::filesystem::path demo_file;          // the built-in presenter (assets/demo)
  std::shared_ptr<CaptureDevices> devices;  // null: the computer's own
};

// Both sources with what they write into. Not movable: the sources point at selector and ring.
class Sources {
 public:
  // Never fails as a whole: what can't be opened is replaced by the demo presenter (camera) or by silence
  // (microphone) and told in camera_problem() / microphone_problem(), so that no dead end arises. A file
  // given as both shares one clock. A default camera or microphone that isn't there is replaced by `demo`,
  // and said. May take up to a second (devices are opened): not on the main thread.
  static std::unique_ptr<Sources> open(const SourceOptions& options, Clock& clock);
  ~Sources();

  FrameSelector& frames();
  SoundRing& sound();
  const PictureSource* camera() const;    // null with `none`
  const SoundSource* microphone() const;  // null with `none`, and where silence stands in
  // Goes on with another microphone, also during a take; returns at once. `spec` as list_microphones() tells
  // it. False when the microphone is no device (a file, a test tone).
  bool use_microphone(const std::string& spec);
  // The devices that could be used instead of the one in use. May take some 10 ms: not on the main thread.
  std::vector<MicrophoneDevice> other_microphones() const;
  int sample_rate_hz() const;  // the microphone's, 48000 without one
  const std::optional<Error>& camera_problem() const;
  const std::optional<Error>& microphone_problem() const;
  static constexpr const char* kDemoName = "Demo";  // what the presenter's sources are called
  bool demo_camera() const;                         // the presenter stands in or was asked for
  bool demo_microphone() const;

 private:
  Sources();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
