#include "encoder/capture/mode_choice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace gladi {
namespace {

// Cost of each format beside scaling and rate, in octaves: it decides between modes that are otherwise alike.
// Uncompressed pictures need no decoding; MJPEG takes 2.9 ms for 720p.
constexpr std::array<std::pair<std::string_view, double>, 7> kFormats = {{
    {"yuv420p", 0.0},
    {"nv12", 0.005},
    {"yuyv422", 0.01},
    {"uyvy422", 0.01},
    {"mjpeg", 0.02},
    {"rgb24", 0.05},
    {"bgr24", 0.05},
}};

constexpr double kSlowWeight = 3.0;   // a rate an octave too low is as bad as a picture eight times too small
constexpr double kFastWeight = 0.05;  // frames that nobody needs cost some decoding
constexpr double kNearlyFps = 0.02;   // 29.97 fps counts as 30

std::optional<double> cost(const PictureMode& mode, const Canvas& canvas) {
  const auto* const format = std::find_if(kFormats.begin(), kFormats.end(),
                                          [&](const auto& known) { return known.first == mode.format; });
  if (format == kFormats.end() || mode.width_px <= 0 || mode.height_px <= 0 || mode.fps <= 0)
    return std::nullopt;
  const double scale = std::max(static_cast<double>(canvas.width_px) / mode.width_px,
                                static_cast<double>(canvas.height_px) / mode.height_px);
  const double wanted_fps = static_cast<double>(canvas.fps_num) / canvas.fps_den;
  const double octaves_slow = std::log2(wanted_fps * (1 - kNearlyFps) / mode.fps);
  return std::abs(std::log2(scale)) + format->second +
         (octaves_slow > 0 ? octaves_slow * kSlowWeight : -octaves_slow * kFastWeight);
}

}  // namespace

std::optional<PictureMode> choose_mode(const std::vector<PictureMode>& modes, const Canvas& canvas) {
  std::optional<PictureMode> best;
  double best_cost = 0;
  for (const PictureMode& mode : modes) {
    const auto mode_cost = cost(mode, canvas);
    if (!mode_cost || (best && *mode_cost >= best_cost)) continue;
    best = mode;
    best_cost = *mode_cost;
  }
  return best;
}

}  // namespace gladi
