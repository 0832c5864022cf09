#include "studio/coaching/level_statistics.h"

#include <algorithm>
#include <cmath>

namespace gladi {
namespace {

constexpr double kBackgroundShare = 0.08;  // words have about as many quiet moments in themselves
constexpr double kTopShare = 0.99;         // louder ones may be a bang
constexpr int kVoiceBelowTopDb = 25;       // de Jong & Wempe: what is fainter is no vowel
constexpr double kVoiceShare = 0.8;

}  // namespace

void LevelStatistics::add(float level_db, int times) {
  const int step = std::clamp(static_cast<int>(std::lround(level_db)), kLowestDb, 0) - kLowestDb;
  counts_[static_cast<size_t>(step)] += times;
  count_ += times;
}

float LevelStatistics::percentile(double share, int from_step) const {
  int64_t all = 0;
  for (size_t i = static_cast<size_t>(from_step); i < counts_.size(); ++i) all += counts_[i];
  int64_t below = 0;
  for (size_t i = static_cast<size_t>(from_step); i < counts_.size(); ++i) {
    below += counts_[i];
    if (static_cast<double>(below) >= share * static_cast<double>(all) && below > 0)
      return static_cast<float>(static_cast<int>(i) + kLowestDb);
  }
  return kLowestDb;
}

float LevelStatistics::background_db() const {
  return std::max(kQuietestDb, percentile(kBackgroundShare, 0));
}

float LevelStatistics::voice_db() const {
  const int top = static_cast<int>(percentile(kTopShare, 0)) - kLowestDb;
  return percentile(kVoiceShare, std::max(0, top - kVoiceBelowTopDb));
}

bool LevelStatistics::has_contrast() const {
  const float voice = voice_db();
  return voice >= kNoVoiceDb && voice - background_db() >= kLeastContrastDb;
}

}  // namespace gladi
