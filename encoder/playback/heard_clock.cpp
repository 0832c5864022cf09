#include "encoder/playback/heard_clock.h"

#include <algorithm>

namespace gladi {
namespace {

// Lets the estimate follow a device that is slower than the Clock by up to 0.1 %; quartzes stay below 0.03 %.
constexpr int64_t kForgetPerThousand = 1;
// Each report of the device counts this part: its error is some ms either way.
constexpr int64_t kSmoothing = 16;
// Further than this from the other estimate the device talks nonsense; wireless headphones are at 0.3 s.
constexpr MediaTime kNonsense = MediaTime::from_ms(500);

}  // namespace

void HeardClock::restart() {
  last_.reset();
  told_.reset();
}

void HeardClock::add(const OutputReport& report) {
  const MediaTime lead = MediaTime::from_count(report.device_frames, sample_rate_hz_) - report.at;
  const MediaTime faded = last_ ? lead_ - (report.at - last_->at) * kForgetPerThousand / 1000 : lead;
  lead_ = std::max(lead, faded);
  last_ = report;
  if (report.delay && abs(latency_ - *report.delay) < kNonsense) {
    const MediaTime told = lead - *report.delay;
    told_ = told_ ? *told_ + (told - *told_) / kSmoothing : told;
  }
}

std::optional<int64_t> HeardClock::heard(MediaTime now) const {
  if (!last_) return std::nullopt;
  const int64_t device_plays = (now + told_.value_or(lead_ - latency_)).to_count(sample_rate_hz_);
  const int64_t still_to_play = std::max<int64_t>(0, last_->device_frames - device_plays);
  return last_->ring_frames - still_to_play;
}

std::optional<MediaTime> HeardClock::last_report() const {
  if (!last_) return std::nullopt;
  return last_->at;
}

}  // namespace gladi
