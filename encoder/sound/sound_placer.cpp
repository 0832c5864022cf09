#include "encoder/sound/sound_placer.h"

#include <algorithm>
#include <utility>

namespace gladi {

void SoundPlacer::add(const SoundBlock& block) {
  const int rate_hz = block.rate_hz > 0 ? block.rate_hz : rate_hz_;
  if (block.first_frame < next_frame_ || rate_hz != rate_hz_) {  // the source has begun anew, or is another
    place_pending(true);
    end_run();
    clock_ = DeviceClock(rate_hz);
    rate_hz_ = rate_hz;
  }
  next_frame_ = block.first_frame + block.frames;
  clock_.add(next_frame_, block.arrived_at);
  if (!timeline_) return;
  pending_.push_back(block);
  place_pending(pending_.size() >= kMostPending);
}

void SoundPlacer::begin(SoundSink& sink, MediaTime start) {
  timeline_.emplace(sink);
  start_ = start;
  pending_.clear();
  in_place_at_ = start;
  run_.reset();
  hole_ = SoundGap::Cause::kNothingCame;
  lateness_ = {};
  last_gaps_.clear();
}

void SoundPlacer::fill_until(MediaTime time) {
  if (!timeline_ || position_of(time) <= timeline_->position()) return;
  place_pending(true);
  if (position_of(time) <= timeline_->position()) return;
  end_run();
  timeline_->fill_to(position_of(time), SoundGap::Cause::kNothingCame);
}

void SoundPlacer::set_end(MediaTime end) {
  if (timeline_) timeline_->set_end(position_of(end));
}

bool SoundPlacer::covers(MediaTime time) const {
  if (!clock_.known() || !pending_.empty()) return false;
  return run_ ? run_->position >= position_of(time) : clock_.time_of(next_frame_) >= time;
}

void SoundPlacer::finish() {
  if (!timeline_) return;
  place_pending(true);
  end_run();
  timeline_->finish();
  last_counters_ = counters();
  last_gaps_ = timeline_->take_gaps();
  timeline_.reset();
}

SoundCounters SoundPlacer::counters() const {
  if (!timeline_) return last_counters_;
  SoundCounters counters = timeline_->counters();
  counters.device_ppm = clock_.ppm();
  counters.lateness = lateness_;
  return counters;
}

std::vector<SoundGap> SoundPlacer::take_gaps() {
  return timeline_ ? timeline_->take_gaps() : std::exchange(last_gaps_, {});
}

MediaTime SoundPlacer::late_by(const SoundBlock& block) const {
  return block.arrived_at - clock_.time_of(block.first_frame + block.frames);
}

int64_t SoundPlacer::position_of(MediaTime time) const {
  return (time - start_).to_count(SoundFormat::kSampleRateHz);
}

void SoundPlacer::place_pending(bool undecided_too) {
  if (pending_.empty() || !decide(undecided_too)) return;
  for (const SoundBlock& block : pending_) place(block);
  pending_.clear();
}

// False when more must be seen before what is pending can be placed by the clock.
bool SoundPlacer::decide(bool undecided_too) {
  if (!clock_.settled()) {
    in_place_at_ = pending_.back().arrived_at;
    return undecided_too;
  }
  const MediaTime late = late_by(pending_.back());
  if (abs(late) <= kGap) {  // in place, and so is a late burst before it
    in_place_at_ = pending_.back().arrived_at;
    return true;
  }
  const bool early = late < MediaTime{};  // beyond doubt: nothing arrives before it was taken
  if (!early) {
    const bool seen_enough = pending_.back().arrived_at - pending_.front().arrived_at >= kCertain;
    if (!seen_enough && !undecided_too) return false;
    if (!moved_for_good(seen_enough)) return true;
  }
  end_run();
  hole_ = SoundGap::Cause::kHole;
  clock_.relocate();
  if (early) {
    clock_.add(next_frame_, pending_.back().arrived_at);
  } else {
    for (const SoundBlock& block : pending_) clock_.add(block.first_frame + block.frames, block.arrived_at);
  }
  return undecided_too;
}

// After a loss all comes late by the same; what a busy machine hands over in fits comes late by this much now
// and by that much then. The earliest of every few blocks tell, as they do to the clock; where little has
// been seen each block must.
bool SoundPlacer::moved_for_good(bool seen_enough) const {
  if (pending_.back().arrived_at - in_place_at_ >= kLongestFit) return true;
  const MediaTime group = seen_enough ? kEarliestOf : MediaTime{};
  MediaTime least = late_by(pending_.front()), most = least, earliest = least,
            begun = pending_.front().arrived_at;
  for (const SoundBlock& block : pending_) {
    if (block.arrived_at - begun >= group) {
      most = std::max(most, earliest);
      begun = block.arrived_at;
      earliest = late_by(block);
    }
    earliest = std::min(earliest, late_by(block));
    least = std::min(least, earliest);
  }
  most = std::max(most, earliest);
  return least > kGap && most - least <= (seen_enough ? kSteady : kGap);
}

void SoundPlacer::place(const SoundBlock& block) {
  // A little sound before the start is resampled too, so that the filter has settled at sample 0.
  if (clock_.time_of(block.first_frame + block.frames) < start_ - MediaTime::from_ms(5)) return;
  if (!run_ || !continues_run(block)) begin_run(block);
  if (!run_) return;
  stereo_.clear();
  run_->resampler.convert(block.samples.data(), block.frames, stereo_);
  run_->next_frame += block.frames;
  append_run();
  steer();
}

bool SoundPlacer::continues_run(const SoundBlock& block) const {
  return run_->next_frame == block.first_frame && run_->resampler.channels() == block.channels &&
         abs(run_lateness()) <= kGap;
}

void SoundPlacer::begin_run(const SoundBlock& block) {
  if (run_) {
    hole_ = run_->next_frame == block.first_frame ? SoundGap::Cause::kHole : SoundGap::Cause::kLost;
    end_run();
  }
  auto resampler = SoundResampler::open(rate_hz_, block.channels);
  if (!resampler) return;  // a rate no resampler knows: silence takes its place
  const int64_t position = position_of(clock_.time_of(block.first_frame));
  run_.emplace(Run{std::move(*resampler), {}, block.first_frame, position});
  timeline_->begin_run(position, hole_);
  hole_ = SoundGap::Cause::kNothingCame;
}

// How much later than its time the sound stands that comes out of the resampler next.
MediaTime SoundPlacer::run_lateness() const {
  const MediaTime taken = clock_.time_of(run_->next_frame) - run_->resampler.delay();
  return start_ + MediaTime::from_count(run_->position, SoundFormat::kSampleRateHz) - taken;
}

void SoundPlacer::steer() {
  const MediaTime late = run_lateness();
  lateness_.add(late);
  const MediaTime at = MediaTime::from_count(run_->position, SoundFormat::kSampleRateHz);
  if (const auto ppm = run_->drift.update(at, -late, clock_.ppm())) run_->resampler.compensate(*ppm);
}

void SoundPlacer::append_run() {
  const auto frames = static_cast<int64_t>(stereo_.size() / 2);
  timeline_->append(stereo_.data(), frames);
  run_->position += frames;
}

void SoundPlacer::end_run() {
  if (!run_) return;
  stereo_.clear();
  run_->resampler.drain(stereo_);
  append_run();
  run_.reset();
}

}  // namespace gladi
