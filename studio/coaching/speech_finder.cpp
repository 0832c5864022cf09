#include "studio/coaching/speech_finder.h"

#include <algorithm>
#include <utility>

namespace gladi {
namespace {

constexpr size_t kClosedGap = SoundFrame::kPerSecond / 5;
constexpr size_t kShortestSound = SoundFrame::kPerSecond / 10;
constexpr size_t kRecent = 30 * SoundFrame::kPerSecond;
// How far up from background to voice the threshold lies, and how far below the voice at most.
constexpr float kShare = 0.4F;
constexpr float kMostBelowVoiceDb = 27;

}  // namespace

SpeechFinder::SpeechFinder(Use use)
    : sounds_(true, kShortestSound, std::move(use)),
      gaps_(false, kClosedGap, [this](const SpeechFrame& frame) { sounds_.push(frame); }) {}

float SpeechFinder::threshold_db() const {
  if (!all_.has_contrast()) return 1;  // louder than anything
  const float voice = all_.voice_db();
  const float background = std::min(recent_.background_db(), voice - LevelStatistics::kLeastContrastDb);
  return std::max(background + kShare * (voice - background), voice - kMostBelowVoiceDb);
}

void SpeechFinder::push(const SoundFrame& frame) {
  if (frame.recorded) {
    all_.add(frame.level_db);
    recent_.add(frame.level_db);
    recent_levels_.push_back(frame.level_db);
    if (recent_levels_.size() > kRecent) {
      recent_.add(recent_levels_.front(), -1);
      recent_levels_.pop_front();
    }
  }
  ahead_.push_back({frame.index, frame.recorded, frame.level_db});
  if (ahead_.size() > kAheadFrames) judge_front();
}

void SpeechFinder::finish() {
  while (!ahead_.empty()) judge_front();
  gaps_.finish();
  sounds_.finish();
}

void SpeechFinder::judge_front() {
  const Waiting frame = ahead_.front();
  ahead_.pop_front();
  const float threshold = threshold_db();
  loud_now_ = !ahead_.empty() && ahead_.back().level_db >= threshold;
  gaps_.push({frame.index, frame.recorded && frame.level_db >= threshold, all_.voice_db()});
}

}  // namespace gladi
