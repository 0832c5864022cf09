#include "encoder/file/encoder_settings.h"

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

}  // namespace gladi
