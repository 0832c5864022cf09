#include "encoder/file/loudness.h"

#include <algorithm>
#include <cmath>

#include "encoder/file/ebur128_meter.h"

namespace gladi {
namespace {

constexpr unsigned kChannels = SoundFormat::kChannels;

}  // namespace

struct LoudnessMeter::Impl {
  ebur128::Meter meter;
};

LoudnessMeter::LoudnessMeter() : impl_(std::make_unique<Impl>()) {}
LoudnessMeter::~LoudnessMeter() = default;

Result<std::unique_ptr<LoudnessMeter>> LoudnessMeter::create() {
  auto meter = ebur128::open(EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
  if (!meter) return tl::unexpected(meter.error());
  std::unique_ptr<LoudnessMeter> made(new LoudnessMeter);
  made->impl_->meter = std::move(*meter);
  return made;
}

Status LoudnessMeter::hear(const SoundStretch& sound) {
  return ebur128::add(impl_->meter, sound);
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
