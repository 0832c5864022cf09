// The limit of what a take can cost: each step that can't be avoided, done alone and in a row.
#pragma once

#include <filesystem>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/file/encoder_settings.h"
#include "encoder/program/picture.h"

namespace gladi::bench {

// CPU seconds (user and system, all threads) that one second of the take costs in each step.
struct CostLimit {
  double decode = 0;  // MJPEG by libavcodec
  double scale = 0;   // crop and scale to the canvas by libyuv, bilinear
  double video = 0;   // libx264 by libavcodec, the take's own settings
  double sound = 0;   // AAC by libavcodec
  double total() const { return decode + scale + video + sound; }
};

// `camera` is an MJPEG file with PCM sound as make-camera.sh makes it; `seconds` of it are used.
Result<CostLimit> measure_limit(const std::filesystem::path& camera, const Canvas& canvas,
                                const EncoderSettings& settings, int seconds);

}  // namespace gladi::bench
