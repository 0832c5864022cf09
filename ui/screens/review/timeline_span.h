// The stretch of a take that the timeline shows, and what zooming and scrolling do to it.
#pragma once

#include "encoder/base/media_time.h"
#include "ui/widgets/box.h"

namespace gladi {

// Plain arithmetic; starts with the whole take. The stretch never leaves the take and is never shorter than
// kShortest, where the take isn't.
class TimelineSpan {
 public:
  static constexpr MediaTime kShortest = MediaTime::from_ms(5000);

  // The take's length, as soon as it is known; again and again does no harm.
  void set_duration(MediaTime duration);

  MediaTime from() const { return from_; }
  MediaTime to() const { return from_ + length_; }
  bool whole() const { return length_ >= duration_; }
  // How much larger things are than when the whole take is shown.
  double zoom() const;

  // `factor` above 1: closer. What is at `around` stays where it is.
  void zoom_by(double factor, MediaTime around);
  void show_whole();
  void scroll_by(MediaTime by);
  // Turns the page when the playhead is outside; a third of a page before it stays visible.
  void follow(MediaTime position);

  // Places in a lane that is `lane` wide; times outside the stretch lie outside the lane.
  float x_of(const Box& lane, MediaTime at) const;
  // The moment at x, within the stretch.
  MediaTime at(const Box& lane, float x) const;
  MediaTime per_dp(const Box& lane) const;
  bool shows(MediaTime begin, MediaTime end) const { return end >= from_ && begin <= to(); }

 private:
  void keep_inside();

  MediaTime duration_;
  MediaTime from_;
  MediaTime length_;
};

}  // namespace gladi
