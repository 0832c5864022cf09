#include "studio/rehearsal/disk_watch.h"

#include <algorithm>
#include <utility>

namespace gladi {
namespace {
constexpr MediaTime kTrusted = MediaTime::from_ms(10'000);

int64_t reserve_of(const DiskRules& rules, double bytes_per_second) {
  return std::max(rules.reserve_bytes, static_cast<int64_t>(bytes_per_second * rules.reserve_time.seconds()));
}

}  // namespace

MediaTime room_to_record(int64_t free_bytes, double bytes_per_second, const DiskRules& rules) {
  const int64_t usable = std::max<int64_t>(0, free_bytes - reserve_of(rules, bytes_per_second));
  return MediaTime::from_seconds(static_cast<double>(usable) / bytes_per_second);
}

DiskWatch::DiskWatch(DiskRules rules, const EncoderSettings& encoder)
    : rules_(std::move(rules)),
      bytes_per_second_(static_cast<double>(encoder.max_bitrate_bps + encoder.audio_bitrate_bps) / 8) {}

void DiskWatch::update(int64_t free_bytes, int64_t bytes_written, MediaTime recorded) {
  free_bytes_ = free_bytes;
  if (recorded >= kTrusted && bytes_written > 0)
    bytes_per_second_ = static_cast<double>(bytes_written) / recorded.seconds();
}

int64_t DiskWatch::reserve_bytes() const {
  return reserve_of(rules_, bytes_per_second_);
}

MediaTime DiskWatch::left() const {
  return room_to_record(free_bytes_, bytes_per_second_, rules_);
}

bool DiskWatch::low() const {
  return free_bytes_ >= 0 && left() < rules_.warn_before;
}

bool DiskWatch::reserve_reached() const {
  return free_bytes_ >= 0 && free_bytes_ <= reserve_bytes();
}

}  // namespace gladi
