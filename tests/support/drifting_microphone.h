// A microphone whose clock is wrong; tone_ear.h tells where its sound came to stand.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <random>
#include <utility>

#include "encoder/sound/sound_block.h"

namespace gladi::test {

// It hears a tone of 25 Hz that rises through 0 at every full 40 ms of the true time since `zero`: the rise
// at each full second is "the beep".
constexpr double kToneHz = 25;
constexpr float kToneLevel = 0.4F;

class DriftingMicrophone {
 public:
  // How many ppm too fast the device runs at a time (seconds since `zero`).
  using Rate = std::function<double(double)>;

  DriftingMicrophone(int nominal_hz, MediaTime zero, Rate ppm, MediaTime jitter, unsigned seed = 1)
      : nominal_hz_(nominal_hz),
        zero_(zero),
        ppm_(std::move(ppm)),
        jitter_s_(jitter.seconds()),
        random_(seed) {}

  // The next 10 ms, stamped up to the jitter too early or too late, and never before an earlier block.
  SoundBlock next() {
    SoundBlock block;
    block.first_frame = frame_;
    block.frames = nominal_hz_ / 100;
    const double frame_s = 1 / (nominal_hz_ * (1 + ppm_(at_s_) * 1e-6));
    double sine = std::sin(kTurn * at_s_), cosine = std::cos(kTurn * at_s_);
    const double sine_step = std::sin(kTurn * frame_s), cosine_step = std::cos(kTurn * frame_s);
    for (int i = 0; i < block.frames; ++i) {
      block.samples[static_cast<size_t>(i)] = kToneLevel * static_cast<float>(sine);
      const double next_sine = sine * cosine_step + cosine * sine_step;
      cosine = cosine * cosine_step - sine * sine_step;
      sine = next_sine;
    }
    frame_ += block.frames;
    at_s_ += block.frames * frame_s;
    std::uniform_real_distribution<double> late(-jitter_s_, jitter_s_);
    newest_ = std::max(newest_, zero_ + MediaTime::from_seconds(at_s_ + late(random_) + held_up_s_));
    block.arrived_at = newest_;
    return block;
  }

  // When the next block's first frame is taken.
  MediaTime at() const { return zero_ + MediaTime::from_seconds(at_s_); }
  // From now on everything arrives so much later; 0: in time again.
  void hold_up(MediaTime by) { held_up_s_ = by.seconds(); }
  // What is taken during this time is lost, and nobody counts it.
  void lose(MediaTime length) { at_s_ += length.seconds(); }

 private:
  static constexpr double kTurn = 2 * std::numbers::pi * kToneHz;

  int nominal_hz_;
  MediaTime zero_;
  Rate ppm_;
  double jitter_s_;
  std::minstd_rand random_;
  int64_t frame_ = 0;
  double at_s_ = 0;
  double held_up_s_ = 0;
  MediaTime newest_;
};

}  // namespace gladi::test
