// Which encoder a take is recorded with on this machine, by measure.
#pragma once

#include <functional>
#include <vector>

#include "encoder/file/encoder_probe.h"

namespace gladi {

struct EncoderChoice {
  EncoderProbe chosen;
  std::vector<EncoderProbe> presets;   // of libx264, as far as they were tried
  std::vector<EncoderProbe> hardware;  // every one of hardware_encoders()
};

// The other half is for everything else: decoding the camera, the program, the window.
inline constexpr double kMostBudgetShare = 0.5;

using EncoderProber = std::function<EncoderProbe(const EncoderSettings&)>;

// The slowest preset of libx264 that takes at most kMostBudgetShare. Where superfast takes more, a hardware
// encoder that doesn't, and where there is none, ultrafast. Software comes first because it is the same
// everywhere and known to keep the promises; hardware is taken where the machine needs it. nullopt when a
// probe was cancelled.
std::optional<EncoderChoice> choose_encoder(const EncoderSettings& settings, const EncoderProber& probe);

// The same with real probes, for this canvas: takes some seconds of one core. Not during a take.
std::optional<EncoderChoice> choose_encoder(const Canvas& canvas, const std::atomic<bool>* cancel = nullptr);

}  // namespace gladi
