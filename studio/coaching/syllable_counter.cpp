#include "studio/coaching/syllable_counter.h"

#include <algorithm>

namespace gladi {
namespace {

// de Jong & Wempe: 2 dB in a contour that their window of 64 ms has smoothed; windows of 40 ms smooth less.
// Tuned on the first part of the corpus (docs/coaching.md).
constexpr float kDipDb = 2.7F;
constexpr float kFaintestBelowVoiceDb = 25;
constexpr float kKernel[] = {1, 2, 1};
constexpr size_t kPoints = std::size(kKernel);

}  // namespace

void SyllableCounter::push(const SettledFrame& frame) {
  window_.push_back(
      {frame.sound.index, frame.sound.nucleus_db, frame.hz > 0, frame.speaking, frame.voice_db});
  if (window_.size() < kPoints) return;
  Point point = window_[kPoints / 2];
  float sum = 0, weights = 0;
  for (size_t i = 0; i < kPoints; ++i) {
    sum += kKernel[i] * window_[i].db;
    weights += kKernel[i];
  }
  point.db = sum / weights;
  window_.pop_front();
  smoothed(point);
}

void SyllableCounter::finish() {
  if (rising_) peak_is_over();
  rising_ = false;
  window_.clear();
}

void SyllableCounter::smoothed(const Point& point) {
  if (!begun_) {
    begun_ = true;
    lowest_db_ = point.db;
  }
  if (rising_) {
    if (point.db > highest_.db) highest_ = point;
    if (point.db < highest_.db - kDipDb) {
      peak_is_over();
      rising_ = false;
      lowest_db_ = point.db;
    }
  } else {
    lowest_db_ = std::min(lowest_db_, point.db);
    if (point.db > lowest_db_ + kDipDb) {
      rising_ = true;
      highest_ = point;
    }
  }
}

void SyllableCounter::peak_is_over() {
  const bool loud = highest_.db >= highest_.voice_db - kFaintestBelowVoiceDb;
  if (highest_.voiced && highest_.speaking && loud) found_(highest_.index);
}

}  // namespace gladi
