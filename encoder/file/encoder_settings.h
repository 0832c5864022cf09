// How a take is encoded.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "encoder/program/canvas.h"

namespace gladi {

class VideoEncoder;

struct EncoderSettings {
  std::string video_encoder = "libx264";  // libav's name
  std::string preset = "superfast";  // libx264 only: same SSIM as veryfast at 60 % of its cost (docs/adr)
  int crf = 23;                      // libx264 only: hardware encoders keep to a bitrate
  int64_t max_bitrate_bps = 3'000'000;
  int64_t audio_bitrate_bps = 128'000;
  // A keyframe and with it a fragment: what a crash can cost. 0.5 s costs 2 to 3 % bytes.
  MediaTime keyframe_interval = MediaTime::from_ms(500);
  int threads = 0;  // libx264 only; 0: as many as the delay allows

  bool software() const { return video_encoder == "libx264"; }
  friend bool operator==(const EncoderSettings&, const EncoderSettings&) = default;
};

// 3 Mb/s at 720×1280@30, 6 Mb/s at 1080×1920, in between by area.
EncoderSettings default_encoder_settings(const Canvas& canvas);

// "libx264 superfast, CRF 23, at most 3.0 Mb/s"
std::string describe(const EncoderSettings& settings);

// libx264's presets that come into question, the fastest first. Slower ones than faster cost half as much again
// for a few percent of the bytes.
const std::vector<std::string>& x264_presets();

// H.264 encoders in hardware that libav knows, in the order in which they are tried. They are listed whether
// there is such hardware or not.
const std::vector<std::string>& hardware_encoders();

// Opens an encoder; whoever takes one may be given another than open_video_encoder(), so that tests can make
// encoders slow or let them fail.
using VideoEncoderFactory =
    std::function<Result<std::unique_ptr<VideoEncoder>>(const Canvas&, const EncoderSettings&)>;

}  // namespace gladi
