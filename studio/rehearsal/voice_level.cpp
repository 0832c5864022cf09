#include "studio/rehearsal/voice_level.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace gladi {
namespace {

constexpr MediaTime kJudgeEvery = MediaTime::from_ms(250);

}  // namespace

void VoiceLevel::add(const SoundLevel& level, MediaTime now) {
  if (level.heard_at.ns <= 0) return;  // nothing has come yet
  if (!first_at_) first_at_ = last_at_ = now;
  const MediaTime length = std::clamp(now - last_at_, MediaTime{}, kLongestReading);
  last_at_ = now;
  readings_.push_back({now, length, level.rms_dbfs});
  while (now - readings_.front().at > kSpan) readings_.pop_front();
  if (judged_at_ && now - *judged_at_ < kJudgeEvery) return;
  judged_at_ = now;
  judge();
}

void VoiceLevel::judge() {
  if (listened() < kSpan / 2) return;
  std::vector<float> levels;
  for (const Reading& reading : readings_) levels.push_back(reading.rms_dbfs);
  const auto tenth = levels.begin() + static_cast<std::ptrdiff_t>(levels.size() / 10);
  std::nth_element(levels.begin(), tenth, levels.end());
  noise_dbfs_ = *tenth;
  const float least = std::max(*noise_dbfs_ + kAboveNoiseDb, kFaintestDbfs);
  MediaTime spoken;
  double power = 0, weight = 0;
  for (const Reading& reading : readings_) {
    if (reading.rms_dbfs < least) continue;
    spoken += reading.length;
    power += reading.length.seconds() * std::pow(10.0, static_cast<double>(reading.rms_dbfs) / 10);
    weight += reading.length.seconds();
  }
  if (spoken < kLeastVoice || weight <= 0) return;
  voice_dbfs_ = static_cast<float>(10 * std::log10(power / weight));
}

}  // namespace gladi
