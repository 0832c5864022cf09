#include "studio/rehearsal/level_history.h"

#include <algorithm>

namespace gladi {

void LevelHistory::add(const SoundLevel& level, MediaTime now) {
  if (readings_.empty()) first_reading_at_ = now;
  readings_.push_back({now, level.peak_dbfs, level.clipped_samples});
  // One reading older than the span stays: clipped_samples() counts from it on.
  while (readings_.size() > 2 && readings_[1].at <= now - kSpan) readings_.pop_front();
  heard_at_ = level.heard_at;
}

float LevelHistory::peak_dbfs() const {
  float peak = SoundLevel::kSilenceDbfs;
  for (const Reading& reading : readings_) peak = std::max(peak, reading.peak_dbfs);
  return peak;
}

int64_t LevelHistory::clipped_samples() const {
  return readings_.empty() ? 0 : readings_.back().clipped_samples - readings_.front().clipped_samples;
}

MediaTime LevelHistory::since_sound() const {
  if (readings_.empty()) return {};
  return readings_.back().at - std::max(heard_at_, first_reading_at_);
}

MediaTime LevelHistory::watched() const {
  return readings_.empty() ? MediaTime{} : std::min(kSpan, readings_.back().at - first_reading_at_);
}

}  // namespace gladi
