// libebur128's meter with its owner. For encoder's .cpp files only.
#pragma once

#include <ebur128.h>

#include <memory>

#include "encoder/base/error.h"
#include "encoder/playback/sound_scan.h"
#include "encoder/sound/sound_sink.h"

namespace gladi::ebur128 {

struct Deleter {
  void operator()(ebur128_state* meter) const { ebur128_destroy(&meter); }
};
using Meter = std::unique_ptr<ebur128_state, Deleter>;

inline Error no_memory() {
  return {
      ErrorKind::kInternal, Message(GLADI_TEXT("There is too little memory to measure the loudness.")), {}};
}

// `mode`: EBUR128_MODE_… flags.
inline Result<Meter> open(int mode) {
  Meter meter(ebur128_init(SoundFormat::kChannels, SoundFormat::kSampleRateHz, mode));
  if (!meter) return tl::unexpected(no_memory());
  return meter;
}

inline Status add(const Meter& meter, const SoundStretch& sound) {
  const auto frames = static_cast<size_t>(sound.frames());
  if (ebur128_add_frames_float(meter.get(), sound.interleaved.data(), frames) != EBUR128_SUCCESS)
    return tl::unexpected(no_memory());
  return {};
}

}  // namespace gladi::ebur128
