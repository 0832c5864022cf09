// Tries a video encoder before a take: that one is listed, or opens, says nothing about whether it works.
#pragma once

#include <atomic>
#include <functional>
#include <optional>

#include "encoder/file/encoder_settings.h"

namespace gladi {

struct EncoderProbe {
  EncoderSettings settings;
  std::optional<Error> problem;  // why it can't be used, in one sentence; kCancelled when it was broken off
  double cpu_ms_per_frame = 0;   // libx264 on one thread, so that nothing else of the program counts
  double wall_ms_per_frame = 0;
  // Of what the machine can do from frame to frame. libx264: CPU time of as many cores as it uses (at most
  // 4). Hardware: time, as it works beside the cores, or CPU time where that is more.
  double budget_share = 0;

  bool usable() const { return !problem; }
  double times_real_time() const { return budget_share > 0 ? 1 / budget_share : 0; }
};

// How many frames are encoded: two seconds of keyframe intervals at 30 fps.
inline constexpr int kProbeFrames = 30;

// Really encodes moving, noisy pictures at the canvas's size, decodes them again and compares. Checked are:
// the grid of keyframes, that every frame comes out, what is held back (at most 0.3 s), the decoded pictures,
// and that it is faster than real time. Any thread but those of a take; about 30 times the cost of a frame.
EncoderProbe probe_encoder(const Canvas& canvas, const EncoderSettings& settings,
                           const VideoEncoderFactory& open = {}, const std::atomic<bool>* cancel = nullptr);

// Cores that an encoder may count on.
int encoder_cores();

// Names what a probe's result depends on besides canvas and settings: processor, cores, libraries.
std::string encoder_machine();

}  // namespace gladi
