#include "studio/rehearsal/disk_watch.h"

#include <algorithm>

namespace gladi {
namespace {
constexpr MediaTime kTrusted = MediaTime::from_ms(10'000);
}

DiskWatch::DiskWatch(const DiskRules& rules, const EncoderSettings& encoder)
    : reserve_limit_(rules.reserve_bytes),
      reserve_time_(rules.reserve_time),
      warn_before_(rules.warn_before),
      bytes_per_second_(static_cast<double>(encoder.max_bitrate_bps + encoder.audio_bitrate_bps) / 8) {}

void DiskWatch::update(int64_t free_bytes, int64_t bytes_written, MediaTime recorded) {
  free_bytes_ = free_bytes;
  if (recorded >= kTrusted && bytes_written > 0)
    bytes_per_second_ = static_cast<double>(bytes_written) / recorded.seconds();
}

int64_t DiskWatch::reserve_bytes() const {
  return std::max(reserve_limit_, static_cast<int64_t>(bytes_per_second_ * reserve_time_.seconds()));
}

MediaTime DiskWatch::left() const {
  const int64_t usable = std::max<int64_t>(0, free_bytes_ - reserve_bytes());
  return MediaTime::from_seconds(static_cast<double>(usable) / bytes_per_second_);
}

bool DiskWatch::low() const {
  return free_bytes_ >= 0 && left() < warn_before_;
}

bool DiskWatch::reserve_reached() const {
  return free_bytes_ >= 0 && free_bytes_ <= reserve_bytes();
}

}  // namespace gladi
