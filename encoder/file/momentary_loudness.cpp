#include "encoder/file/momentary_loudness.h"

#include <algorithm>

#include "encoder/file/ebur128_meter.h"

namespace gladi {
namespace {

constexpr double kQuietestLufs = -70;  // BS.1770's absolute gate

}  // namespace

struct MomentaryLoudness::Impl {
  ebur128::Meter meter;
  std::optional<double> now, loudest;
};

MomentaryLoudness::MomentaryLoudness() : impl_(std::make_unique<Impl>()) {}
MomentaryLoudness::~MomentaryLoudness() = default;

Result<std::unique_ptr<MomentaryLoudness>> MomentaryLoudness::create() {
  auto meter = ebur128::open(EBUR128_MODE_M);
  if (!meter) return tl::unexpected(meter.error());
  std::unique_ptr<MomentaryLoudness> made(new MomentaryLoudness);
  made->impl_->meter = std::move(*meter);
  return made;
}

Status MomentaryLoudness::hear(const SoundStretch& sound) {
  if (auto added = ebur128::add(impl_->meter, sound); !added) return added;
  double lufs = 0;
  impl_->now.reset();
  if (ebur128_loudness_momentary(impl_->meter.get(), &lufs) == EBUR128_SUCCESS && lufs >= kQuietestLufs) {
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
