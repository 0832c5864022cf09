#include "studio/coaching/sound_sides.h"

#include <cmath>

namespace gladi {
namespace {

constexpr int64_t kBlock = 4'800;
constexpr float kLimit = 0.985F;  // coding moves a flat top a little
constexpr int kFlatSamples = 3;
constexpr double kDeadBelow = 1e-4;    // of the other side's energy
constexpr double kHeardEnergy = 1e-6;  // mean square of the other side: −60 dBFS
constexpr double kMuchLouder = 4;      // a change of sides makes a click: not for a little

}  // namespace

std::span<const float> SoundSides::mono(std::span<const float> interleaved) {
  const size_t frames = interleaved.size() / 2;
  for (size_t i = 0; i < frames; ++i) {
    for (size_t side = 0; side < 2; ++side) {
      const float sample = interleaved[2 * i + side];
      Side& here = sides_[side];
      here.energy += static_cast<double>(sample) * sample;
      const bool same_end = sample * here.last > 0;
      here.flat = std::abs(sample) < kLimit ? 0 : same_end ? here.flat + 1 : 1;
      here.last = sample;
      block_clipped_ = block_clipped_ || here.flat >= kFlatSamples;
    }
    if (++in_block_ == kBlock) end_block();
  }
  if (sides_[1 - chosen_].energy > kMuchLouder * sides_[chosen_].energy) chosen_ = 1 - chosen_;
  mono_.resize(frames);
  for (size_t i = 0; i < frames; ++i) mono_[i] = interleaved[2 * i + chosen_];
  return mono_;
}

void SoundSides::end_block() {
  ++blocks_;
  clipped_blocks_ += block_clipped_;
  block_clipped_ = false;
  in_block_ = 0;
}

SoundSides::Dead SoundSides::dead() const {
  const double frames = static_cast<double>(blocks_ * kBlock + in_block_);
  const double left = sides_[0].energy, right = sides_[1].energy;
  if (right > kHeardEnergy * frames && left < kDeadBelow * right) return Dead::kLeft;
  if (left > kHeardEnergy * frames && right < kDeadBelow * left) return Dead::kRight;
  return Dead::kNone;
}

double SoundSides::clipped_share() const {
  return blocks_ > 0 ? static_cast<double>(clipped_blocks_) / static_cast<double>(blocks_) : 0;
}

}  // namespace gladi
