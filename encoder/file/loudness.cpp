#include "encoder/file/loudness.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>

namespace gladi {
namespace {

constexpr unsigned kChannels = SoundFormat::kChannels;

Error no_memory() {
  return {
      ErrorKind::kInternal, Message(GLADI_TEXT("There is too little memory to measure the loudness.")), {}};
}

struct MeterDeleter {
  void operator()(ebur128_state* meter) const { ebur128_destroy(&meter); }
};

}  // namespace

struct LoudnessMeter::Impl {
  std::unique_ptr<ebur128_state, MeterDeleter> meter;
};

LoudnessMeter::LoudnessMeter() : impl_(std::make_unique<Impl>()) {}
LoudnessMeter::~LoudnessMeter() = default;

Result<std::unique_ptr<LoudnessMeter>> LoudnessMeter::create() {
  std::unique_ptr<LoudnessMeter> made(new LoudnessMeter);
  made->impl_->meter.reset(
      ebur128_init(kChannels, SoundFormat::kSampleRateHz, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK));
  if (!made->impl_->meter) return tl::unexpected(no_memory());
  return made;
}

Status LoudnessMeter::hear(const SoundStretch& sound) {
  const auto frames = static_cast<size_t>(sound.frames());
  if (ebur128_add_frames_float(impl_->meter.get(), sound.interleaved.data(), frames) != EBUR128_SUCCESS)
    return tl::unexpected(no_memory());
  return {};
}

std::optional<Loudness> LoudnessMeter::loudness() const {
  ebur128_state* meter = impl_->meter.get();
  Loudness loudness;
  if (ebur128_loudness_global(meter, &loudness.integrated_lufs) != EBUR128_SUCCESS ||
      !std::isfinite(loudness.integrated_lufs)) {
    return std::nullopt;
  }
  double peak = 0;
  for (unsigned channel = 0; channel < kChannels; ++channel) {
    double of_channel = 0;
    if (ebur128_true_peak(meter, channel, &of_channel) == EBUR128_SUCCESS) peak = std::max(peak, of_channel);
  }
  loudness.true_peak_dbtp = 20 * std::log10(std::max(peak, 1e-10));
  return loudness;
}

}  // namespace gladi
