// What the analysers say of samples that a test has made.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "studio/coaching/sound_measurer.h"
#include "studio/coaching/voice_analyser.h"

namespace gladi::test {

// Mono at 48 kHz.
inline std::vector<SettledFrame> settled_frames(const std::vector<float>& samples, size_t block = 480) {
  std::vector<SettledFrame> frames;
  VoiceAnalyser analyser([&frames](const SettledFrame& frame) { frames.push_back(frame); });
  for (size_t at = 0; at < samples.size(); at += block)
    analyser.push(std::span(samples).subspan(at, std::min(block, samples.size() - at)));
  analyser.finish();
  return frames;
}

// The same sound on both sides, or on the left one only.
inline SoundMetrics metrics_of(const std::vector<float>& samples, bool both_sides = true) {
  auto measurer = SoundMeasurer::create();
  if (!measurer) {
    ADD_FAILURE() << measurer.error().english();
    return {};
  }
  constexpr size_t kBlock = 4'800;
  std::vector<float> stereo;
  for (size_t at = 0; at < samples.size(); at += kBlock) {
    stereo.clear();
    for (size_t i = at; i < std::min(samples.size(), at + kBlock); ++i) {
      stereo.push_back(samples[i]);
      stereo.push_back(both_sides ? samples[i] : 0.0F);
    }
    if (auto heard = (*measurer)->hear({static_cast<int64_t>(at), stereo}); !heard)
      ADD_FAILURE() << heard.error().english();
  }
  return (*measurer)->finish();
}

}  // namespace gladi::test
