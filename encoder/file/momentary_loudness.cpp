#include "encoder/file/momentary_loudness.h"

#include <ebur128.h>

#include <algorithm>

namespace gladi {
namespace {

constexpr double kQuietestLufs = -70;  // BS.1770's absolute gate

Error no_memory() {
  return {
      ErrorKind::kInternal, Message(GLADI_TEXT("There is too little memory to measure the loudness.")), {}};
}

struct MeterDeleter {
  void operator()(ebur128_state* meter) const { ebur128_destroy(&meter); }
};

}  // namespace

struct MomentaryLoudness::Impl {
  std::unique_ptr<ebur128_state, MeterDeleter> meter;
  std::optional<double> now, loudest;
};

MomentaryLoudness::MomentaryLoudness() : impl_(std::make_unique<Impl>()) {}
MomentaryLoudness::~MomentaryLoudness() = default;

Result<std::unique_ptr<MomentaryLoudness>> MomentaryLoudness::create() {
  std::unique_ptr<MomentaryLoudness> made(new MomentaryLoudness);
  made->impl_->meter.reset(ebur128_init(SoundFormat::kChannels, SoundFormat::kSampleRateHz, EBUR128_MODE_M));
  if (!made->impl_->meter) return tl::unexpected(no_memory());
  return made;
}

Status MomentaryLoudness::hear(const SoundStretch& sound) {
  ebur128_state* meter = impl_->meter.get();
  const auto frames = static_cast<size_t>(sound.frames());
  if (ebur128_add_frames_float(meter, sound.interleaved.data(), frames) != EBUR128_SUCCESS)
    return tl::unexpected(no_memory());
  double lufs = 0;
  impl_->now.reset();
  if (ebur128_loudness_momentary(meter, &lufs) == EBUR128_SUCCESS && lufs >= kQuietestLufs) {
    impl_->now = lufs;
    impl_->loudest = std::max(impl_->loudest.value_or(lufs), lufs);
  }
  return {};
}

std::optional<double> MomentaryLoudness::lufs() const {
  return impl_->now;
}
std::optional<double> MomentaryLoudness::loudest_lufs() const {
  return impl_->loudest;
}

}  // namespace gladi
