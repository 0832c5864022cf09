#include "ui/screens/review/timeline_span.h"

#include <algorithm>

namespace gladi {

void TimelineSpan::set_duration(MediaTime duration) {
  if (duration == duration_) return;
  const bool was_whole = whole();
  duration_ = duration;
  if (was_whole) show_whole();
  keep_inside();
}

double TimelineSpan::zoom() const {
  return length_.ns > 0 ? duration_.seconds() / length_.seconds() : 1;
}

void TimelineSpan::keep_inside() {
  length_ = std::clamp(length_, std::min(kShortest, duration_), duration_);
  from_ = std::clamp(from_, MediaTime{}, duration_ - length_);
}

void TimelineSpan::zoom_by(double factor, MediaTime around) {
  if (length_.ns <= 0 || factor <= 0) return;
  around = std::clamp(around, from_, to());
  const double share = (around - from_).seconds() / length_.seconds();
  length_ = std::clamp(MediaTime::from_seconds(length_.seconds() / factor), std::min(kShortest, duration_),
                       duration_);
  from_ = around - MediaTime::from_seconds(length_.seconds() * share);
  keep_inside();
}

void TimelineSpan::show_whole() {
  from_ = {};
  length_ = duration_;
}

void TimelineSpan::scroll_by(MediaTime by) {
  from_ += by;
  keep_inside();
}

void TimelineSpan::follow(MediaTime position) {
  if (position >= from_ && position <= to()) return;
  from_ = position - length_ / 3;
  keep_inside();
}

float TimelineSpan::x_of(const Box& lane, MediaTime at) const {
  if (length_.ns <= 0) return lane.x;
  return lane.x + static_cast<float>((at - from_).seconds() / length_.seconds()) * lane.w;
}

MediaTime TimelineSpan::at(const Box& lane, float x) const {
  if (lane.w <= 0) return from_;
  const double share = std::clamp((x - lane.x) / lane.w, 0.0F, 1.0F);
  return from_ + MediaTime::from_seconds(length_.seconds() * share);
}

MediaTime TimelineSpan::per_dp(const Box& lane) const {
  return lane.w > 0 ? MediaTime::from_seconds(length_.seconds() / lane.w) : MediaTime{};
}

}  // namespace gladi
