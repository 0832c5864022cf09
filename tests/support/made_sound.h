// Simple sounds of which every number is known. Mono at 48 kHz.
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace gladi::test {

inline constexpr int kMadeRateHz = 48'000;

inline std::vector<float> silence(double seconds) {
  return std::vector<float>(static_cast<size_t>(seconds * kMadeRateHz), 0.0F);
}

// A buzz like a voice's: harmonics up to 4 kHz, each fainter than the one before. `hz_at` gives the pitch at
// a time in seconds.
template <class HzAt>
std::vector<float> buzz(double seconds, HzAt hz_at, float level = 0.1F) {
  std::vector<float> samples(static_cast<size_t>(seconds * kMadeRateHz));
  double phase = 0;
  for (size_t i = 0; i < samples.size(); ++i) {
    const double hz = hz_at(static_cast<double>(i) / kMadeRateHz);
    phase += 2 * std::numbers::pi * hz / kMadeRateHz;
    double sum = 0;
    for (int k = 1; k * hz < 4000 && k <= 20; ++k) sum += std::sin(k * phase) / k;
    samples[i] = level * static_cast<float>(sum);
  }
  return samples;
}

// White noise; the same each time.
inline std::vector<float> hiss(double seconds, float level, uint32_t seed = 1) {
  std::vector<float> samples(static_cast<size_t>(seconds * kMadeRateHz));
  for (float& sample : samples) {
    seed = seed * 1664525U + 1013904223U;  // Numerical Recipes' quick generator
    sample = level * (static_cast<float>(seed >> 8) / 8388608.0F - 1);
  }
  return samples;
}

inline void append(std::vector<float>& samples, const std::vector<float>& more) {
  samples.insert(samples.end(), more.begin(), more.end());
}
inline void add_to(std::vector<float>& samples, const std::vector<float>& other) {
  for (size_t i = 0; i < samples.size() && i < other.size(); ++i) samples[i] += other[i];
}
inline void scale(std::vector<float>& samples, float gain) {
  for (float& sample : samples) sample *= gain;
}

}  // namespace gladi::test
