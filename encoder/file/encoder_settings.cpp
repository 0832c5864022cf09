#include "encoder/file/encoder_settings.h"

#include <fmt/format.h>

#include <algorithm>

namespace gladi {

EncoderSettings default_encoder_settings(const Canvas& canvas) {
  constexpr int64_t kSmallArea = 720 * 1280, kSmallBps = 3'000'000;
  constexpr int64_t kLargeArea = 1080 * 1920, kLargeBps = 6'000'000;
  const int64_t area = static_cast<int64_t>(canvas.width_px) * canvas.height_px;
  EncoderSettings settings;
  // One straight line through both points; below the smaller one by area alone, which stays above zero.
  settings.max_bitrate_bps = area < kSmallArea ? std::max<int64_t>(300'000, kSmallBps * area / kSmallArea)
                                               : kSmallBps + (area - kSmallArea) * (kLargeBps - kSmallBps) /
                                                                 (kLargeArea - kSmallArea);
  return settings;
}

std::string describe(const EncoderSettings& settings) {
  const double most_mbps = static_cast<double>(settings.max_bitrate_bps) / 1e6;
  if (!settings.software()) return fmt::format("{}, at most {:.1f} Mb/s", settings.video_encoder, most_mbps);
  return fmt::format("{} {}, CRF {}, at most {:.1f} Mb/s", settings.video_encoder, settings.preset,
                     settings.crf, most_mbps);
}

const std::vector<std::string>& x264_presets() {
  static const std::vector<std::string> presets{"ultrafast", "superfast", "veryfast", "faster"};
  return presets;
}

const std::vector<std::string>& hardware_encoders() {
  static const std::vector<std::string> encoders{"h264_vaapi", "h264_nvenc", "h264_qsv", "h264_v4l2m2m"};
  return encoders;
}

}  // namespace gladi
