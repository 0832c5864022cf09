// Sound as a source would give it, and a sink that keeps what a take was given.
#pragma once

#include <cmath>
#include <numbers>
#include <vector>

#include "encoder/base/mutex.h"
#include "encoder/sound/sound_block.h"
#include "encoder/sound/sound_sink.h"

namespace gladi::test {

// Keeps the left side; the right one must be the same.
class SoundTape : public SoundSink {
 public:
  void on_sound(const float* interleaved, int frames) override {
    MutexLock lock(mutex_);
    for (int i = 0; i < frames; ++i) {
      left_.push_back(interleaved[2 * i]);
      right_.push_back(interleaved[2 * i + 1]);
    }
  }
  std::vector<float> left() const {
    MutexLock lock(mutex_);
    return left_;
  }
  std::vector<float> right() const {
    MutexLock lock(mutex_);
    return right_;
  }
  int64_t frames() const {
    MutexLock lock(mutex_);
    return static_cast<int64_t>(left_.size());
  }

 private:
  mutable Mutex mutex_;
  std::vector<float> left_, right_;
};

// A sound that tells its own time: a rising sweep would alias, so a sum of three tones whose pattern repeats
// only after seconds. `at` is the time since the source's first frame.
inline float pattern(double at) {
  constexpr double kTurn = 2 * std::numbers::pi;
  return static_cast<float>(0.3 * std::sin(kTurn * 311.3 * at) + 0.25 * std::sin(kTurn * 457.7 * at + 1) +
                            0.2 * std::sin(kTurn * 1033.1 * at + 2));
}

// Where (in samples at 48 kHz, to a twentieth) the pattern sits in `sound` around `middle` against where it
// is expected with time 0 of the pattern at sample `zero`: positive when it comes later. Looks up to `reach`
// samples away.
inline double misplaced_by(const std::vector<float>& sound, int64_t middle, double zero, int reach = 100) {
  double best = 1e9, best_shift = 0;
  const auto difference = [&](double shift) {
    double sum = 0;
    for (int64_t i = middle - 600; i < middle + 600; ++i) {
      const double wanted = pattern((static_cast<double>(i) - zero - shift) / 48000);
      sum += std::abs(sound.at(static_cast<size_t>(i)) - wanted);
    }
    if (sum < best) {
      best = sum;
      best_shift = shift;
    }
  };
  for (int shift = -reach; shift <= reach; ++shift) difference(shift);
  const double coarse = best_shift;
  for (int i = -20; i <= 20; ++i) difference(coarse + i / 20.0);
  return best_shift;
}

// Cuts the pattern into blocks.
class PatternSource {
 public:
  PatternSource(int rate_hz, int channels, MediaTime first_frame_taken, int block_frames = 480)
      : rate_hz_(rate_hz), channels_(channels), zero_(first_frame_taken), block_frames_(block_frames) {}

  // The next block, stamped `late` after its last frame was taken.
  SoundBlock next(MediaTime late = {}) {
    SoundBlock block;
    block.first_frame = frame_;
    block.frames = block_frames_;
    block.channels = channels_;
    for (int i = 0; i < block_frames_; ++i) {
      const float value = pattern(static_cast<double>(taken_ + i) / rate_hz_);
      for (int c = 0; c < channels_; ++c) block.samples[static_cast<size_t>(i * channels_ + c)] = value;
    }
    frame_ += block_frames_;
    taken_ += block_frames_;
    block.arrived_at = zero_ + MediaTime::from_count(taken_, rate_hz_) + late;
    return block;
  }
  // Sound that was taken but lost on its way; `known`: the source counts it.
  void lose(int64_t frames, bool known) {
    taken_ += frames;
    if (known) frame_ += frames;
  }
  // When the next block's first frame is taken.
  MediaTime at() const { return zero_ + MediaTime::from_count(taken_, rate_hz_); }

 private:
  int rate_hz_, channels_;
  MediaTime zero_;
  int block_frames_;
  int64_t frame_ = 0, taken_ = 0;
};

}  // namespace gladi::test
