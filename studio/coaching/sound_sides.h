// Left and right: which of them to listen to, and what is wrong with them.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace gladi {

// One thread. Stereo at 48 kHz, interleaved.
class SoundSides {
 public:
  enum class Dead { kNone, kLeft, kRight };

  // The louder side so far, so that neither a dead side nor two that are wired against each other spoil
  // what is measured. Valid until the next call.
  std::span<const float> mono(std::span<const float> interleaved);

  // The one that is silent, more than 40 dB below the other.
  Dead dead() const;
  // Share of tenths of a second in which the sound stands at its limit for three samples or more.
  double clipped_share() const;

 private:
  struct Side {
    double energy = 0;
    float last = 0;
    int flat = 0;  // samples at the limit that follow each other
  };
  void end_block();

  std::array<Side, 2> sides_{};
  size_t chosen_ = 0;
  int64_t in_block_ = 0;
  bool block_clipped_ = false;
  int64_t blocks_ = 0, clipped_blocks_ = 0;
  std::vector<float> mono_;
};

}  // namespace gladi
