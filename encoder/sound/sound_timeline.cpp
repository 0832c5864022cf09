#include "encoder/sound/sound_timeline.h"

#include <algorithm>
#include <utility>

namespace gladi {
namespace {

MediaTime time_at(int64_t position) {
  return MediaTime::from_count(position, SoundFormat::kSampleRateHz);
}

}  // namespace

void SoundTimeline::begin_run(int64_t position, SoundGap::Cause hole) {
  fill_to(position, hole);
  skip_ = std::max<int64_t>(0, position_ - position);
  skip_counts_ = position_ > 0;
  if (skip_ > 0 && position_ > 0 && !silent_) {
    ++counters_.gaps;
    gaps_.push_back({time_at(position_), time_at(skip_), SoundGap::Cause::kOverlap});
    fade_out_held();
    fade_in_ = kFadeFrames;
  } else {
    fade_in_ = silent_ ? kFadeFrames : 0;
  }
}

void SoundTimeline::set_end(int64_t position) {
  end_ = position;
  const int64_t held = static_cast<int64_t>(held_.size()) / 2;
  const int64_t beyond = std::clamp<int64_t>(position_ - position, 0, held);
  held_.resize(static_cast<size_t>(2 * (held - beyond)));
  position_ -= beyond;
}

void SoundTimeline::append(const float* stereo, int64_t frames) {
  const int64_t left_out = std::min(skip_, frames);
  skip_ -= left_out;
  if (skip_counts_) counters_.trimmed_frames += left_out;
  stereo += 2 * left_out;
  frames = std::min(frames - left_out, end_ - position_);
  if (frames <= 0) return;

  const size_t begin = held_.size();
  held_.insert(held_.end(), stereo, stereo + 2 * frames);
  for (size_t i = begin; fade_in_ > 0 && i < held_.size(); i += 2) {
    const float level = 1 - static_cast<float>(fade_in_--) / kFadeFrames;
    held_[i] *= level;
    held_[i + 1] *= level;
  }
  end_silence();
  position_ += frames;
  emit_held(kFadeFrames);
}

void SoundTimeline::fill_to(int64_t position, SoundGap::Cause cause) {
  const int64_t frames = std::min(position, end_) - position_;
  if (frames <= 0) return;
  fade_out_held();
  write_silence(frames, cause);
}

void SoundTimeline::finish() {
  if (end_ != kOpen) fill_to(end_, SoundGap::Cause::kNothingCame);
  end_silence();
  emit_held(0);
}

std::vector<SoundGap> SoundTimeline::take_gaps() {
  return std::exchange(gaps_, {});
}

void SoundTimeline::end_silence() {
  if (!silent_) return;
  silent_ = false;
  gaps_.push_back({time_at(silent_from_), time_at(position_ - silent_from_), silent_because_});
}

void SoundTimeline::fade_out_held() {
  const size_t frames = held_.size() / 2;
  for (size_t i = 0; i < frames; ++i) {
    const float level = static_cast<float>(frames - 1 - i) / static_cast<float>(frames);
    held_[2 * i] *= level;
    held_[2 * i + 1] *= level;
  }
  emit_held(0);
}

void SoundTimeline::write_silence(int64_t frames, SoundGap::Cause cause) {
  if (!silent_) {
    ++counters_.gaps;
    silent_ = true;
    silent_from_ = position_;
    silent_because_ = cause;
  }
  counters_.silence_frames += frames;
  position_ += frames;
  constexpr int64_t kChunk = SoundFormat::kSampleRateHz / 10;
  const std::vector<float> silence(static_cast<size_t>(2 * std::min(frames, kChunk)));
  for (; frames > 0; frames -= kChunk) {
    const auto part = static_cast<int>(std::min(frames, kChunk));
    sink_.on_sound(silence.data(), part);
    counters_.frames += part;
  }
}

void SoundTimeline::emit_held(int64_t keep) {
  const int64_t frames = static_cast<int64_t>(held_.size()) / 2 - keep;
  if (frames <= 0) return;
  sink_.on_sound(held_.data(), static_cast<int>(frames));
  counters_.frames += frames;
  held_.erase(held_.begin(), held_.begin() + 2 * frames);
}

}  // namespace gladi
