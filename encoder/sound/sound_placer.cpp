#include "encoder/sound/sound_placer.h"

#include <utility>

namespace gladi {

void SoundPlacer::add(const SoundBlock& block) {
  const int rate_hz = block.rate_hz > 0 ? block.rate_hz : rate_hz_;
  if (block.first_frame < next_frame_ || rate_hz != rate_hz_) {  // the source has begun anew, or is another
    place_pending(true);
    end_run();
    envelope_.clear();
    offset_.reset();
    rate_hz_ = rate_hz;
  }
  next_frame_ = block.first_frame + block.frames;
  envelope_.add(offset_of(block), block.arrived_at);
  if (!timeline_) return;
  pending_.push_back(block);
  place_pending(pending_.size() >= kMostPending);
}

void SoundPlacer::begin(SoundSink& sink, MediaTime start) {
  timeline_.emplace(sink);
  start_ = start;
  pending_.clear();
  offset_.reset();
  run_.reset();
}

void SoundPlacer::fill_until(MediaTime time) {
  if (!timeline_ || position_of(time) <= timeline_->position()) return;
  place_pending(true);
  if (position_of(time) <= timeline_->position()) return;
  end_run();
  timeline_->fill_to(position_of(time));
}

void SoundPlacer::set_end(MediaTime end) {
  if (timeline_) timeline_->set_end(position_of(end));
}

bool SoundPlacer::covers(MediaTime time) const {
  return offset_ && pending_.empty() && *offset_ + time_of(next_frame_) >= time;
}

void SoundPlacer::finish() {
  if (!timeline_) return;
  place_pending(true);
  end_run();
  timeline_->finish();
  last_counters_ = timeline_->counters();
  timeline_.reset();
}

SoundCounters SoundPlacer::counters() const {
  return timeline_ ? timeline_->counters() : last_counters_;
}

MediaTime SoundPlacer::deviation() const {
  return offset_ && !envelope_.empty() ? envelope_.lowest() - *offset_ : MediaTime{};
}

MediaTime SoundPlacer::offset_of(const SoundBlock& block) const {
  return block.arrived_at - time_of(block.first_frame + block.frames);
}

int64_t SoundPlacer::position_of(MediaTime time) const {
  return (time - start_).to_count(SoundFormat::kSampleRateHz);
}

void SoundPlacer::place_pending(bool undecided_too) {
  if (pending_.empty() || !decide(undecided_too)) return;
  for (const SoundBlock& block : pending_) place(block);
  pending_.clear();
  // Until the take's first sample the stamps may still teach better.
  if (!run_ && timeline_->position() == 0) offset_.reset();
}

// Settles offset_ for all that is pending; false when more must be seen first.
bool SoundPlacer::decide(bool undecided_too) {
  if (!offset_) {
    if (!envelope_.settled() && !undecided_too) return false;
    offset_ = envelope_.lowest();
    return true;
  }
  if (envelope_.lowest() < *offset_ - kGap) {
    // Nothing arrives before it was taken: what has been placed lies too late, beyond doubt.
    offset_ = envelope_.lowest();
    return true;
  }
  if (offset_of(pending_.back()) <= *offset_ + kGap)
    return true;  // in place, and so is a late burst before it

  // All that is pending came too late. A burst would have caught up by now; a loss stays.
  if (!undecided_too && pending_.back().arrived_at - pending_.front().arrived_at < kCertain) return false;
  envelope_.clear();
  for (const SoundBlock& block : pending_) envelope_.add(offset_of(block), block.arrived_at);
  offset_ = envelope_.lowest();
  return true;
}

void SoundPlacer::place(const SoundBlock& block) {
  // A little sound before the start is resampled too, so that the filter has settled at sample 0.
  if (*offset_ + time_of(block.first_frame + block.frames) < start_ - MediaTime::from_ms(5)) return;
  if (!run_ || run_offset_ != *offset_ || run_next_frame_ != block.first_frame ||
      run_->channels() != block.channels) {
    end_run();
    auto resampler = SoundResampler::open(rate_hz_, block.channels);
    if (!resampler) return;  // a rate no resampler knows: silence takes its place
    run_.emplace(std::move(*resampler));
    run_offset_ = *offset_;
    timeline_->begin_run(position_of(*offset_ + time_of(block.first_frame)));
  }
  run_next_frame_ = block.first_frame + block.frames;
  stereo_.clear();
  run_->convert(block.samples.data(), block.frames, stereo_);
  timeline_->append(stereo_.data(), static_cast<int64_t>(stereo_.size() / 2));
}

void SoundPlacer::end_run() {
  if (!run_) return;
  stereo_.clear();
  run_->drain(stereo_);
  run_.reset();
  timeline_->append(stereo_.data(), static_cast<int64_t>(stereo_.size() / 2));
}

}  // namespace gladi
