// How a take is encoded.
#pragma once

#include <string>

#include "encoder/program/canvas.h"

namespace gladi {

struct EncoderSettings {
  std::string video_encoder = "libx264";
  std::string preset = "superfast";  // same SSIM as veryfast at 60 % of its cost without B-frames (docs/adr)
  int crf = 23;
  int64_t max_bitrate_bps = 3'000'000;
  int64_t audio_bitrate_bps = 128'000;
  // A keyframe and with it a fragment: what a crash can cost. 0.5 s costs 2 to 3 % bytes.
  MediaTime keyframe_interval = MediaTime::from_ms(500);
};

// 3 Mb/s at 720×1280@30, 6 Mb/s at 1080×1920, in between by area.
EncoderSettings default_encoder_settings(const Canvas& canvas);

}  // namespace gladi
