#include "studio/rehearsal/quiet_watch.h"

#include <algorithm>
#include <cmath>

namespace gladi {

void QuietWatch::add(float rms_dbfs, bool speaking, MediaTime now) {
  constexpr MediaTime kLongestReading = MediaTime::from_ms(200);
  const MediaTime length = std::clamp(now - last_at_, MediaTime{}, kLongestReading);
  last_at_ = now;
  if (speaking) spoken_.push_back({now, length, std::pow(10.0, static_cast<double>(rms_dbfs) / 10)});
  while (!spoken_.empty() && now - spoken_.front().at > kSpan) spoken_.pop_front();

  MediaTime speech;
  double sum = 0;
  for (const Reading& reading : spoken_) {
    speech += reading.length;
    sum += reading.power * reading.length.seconds();
  }
  const bool enough = speech >= kLeastSpeech;
  const bool quiet = enough && 10 * std::log10(sum / speech.seconds()) < static_cast<double>(kQuietDbfs);
  if (quiet && !quiet_) quiet_since_ = spoken_.front().at;
  quiet_ = quiet;
}

}  // namespace gladi
