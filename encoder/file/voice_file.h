// A spoken note as a small sound file.
#pragma once

#include <filesystem>
#include <span>

#include "encoder/base/error.h"

namespace gladi {

struct VoiceFile {
  // Speech is well understood at this rate and in so few bits; a minute takes 180 kB.
  static constexpr int kSampleRateHz = 24'000;
  static constexpr int kBitrateBps = 24'000;
};

// AAC-LC in an .m4a, one channel. `mono` is at SoundFormat's rate; what is no number becomes silence. Atomic:
// the file is there as a whole or not at all. Takes a second for two minutes: for a thread of its own.
Status write_voice_file(const std::filesystem::path& file, std::span<const float> mono);

}  // namespace gladi
