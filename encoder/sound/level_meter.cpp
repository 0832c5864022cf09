#include "encoder/sound/level_meter.h"

#include <algorithm>
#include <cmath>

namespace gladi {
namespace {

constexpr float kFallDbPerSecond = 20.0F;
constexpr double kRmsSeconds = 0.3;
// The largest positive 16-bit sample: what a converter gives when it clips.
constexpr float kFullScale = 32767.0F / 32768.0F;

float to_dbfs(double amplitude) {
  if (amplitude <= 0) return SoundLevel::kSilenceDbfs;
  return std::max(static_cast<float>(20.0 * std::log10(amplitude)), SoundLevel::kSilenceDbfs);
}

}  // namespace

void LevelMeter::add(const float* interleaved, int frames, int channels, MediaTime arrived_at) {
  if (frames <= 0 || channels <= 0) return;
  float peak = 0;
  double sum_of_squares = 0;
  const int samples = frames * channels;
  for (int i = 0; i < samples; ++i) {
    const float size = std::abs(interleaved[i]);
    peak = std::max(peak, size);
    if (size >= kFullScale) ++level_.clipped_samples;
    sum_of_squares += static_cast<double>(size) * size;
  }

  // An exponential window of 300 ms, moved on by a block at a time: blocks are much shorter than it.
  const double seconds = static_cast<double>(frames) / sample_rate_hz_;
  const double weight = 1.0 - std::exp(-seconds / kRmsSeconds);
  mean_square_ += (sum_of_squares / samples - mean_square_) * weight;

  const float fallen = level_.peak_dbfs - kFallDbPerSecond * static_cast<float>(seconds);
  level_.peak_dbfs = std::max({to_dbfs(peak), fallen, SoundLevel::kSilenceDbfs});
  level_.rms_dbfs = to_dbfs(std::sqrt(mean_square_));
  level_.heard_at = arrived_at;
}

}  // namespace gladi
