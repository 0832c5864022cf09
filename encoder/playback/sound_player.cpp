#include "encoder/playback/sound_player.h"

#include <algorithm>
#include <cmath>

namespace gladi {
namespace {

constexpr int kChunkFrames = 480;  // 10 ms
// atempo gives nothing until it has some 90 ms; more pushes than this without a result mean that it has
// failed.
constexpr int kMostPushes = 64;

MediaTime scaled(MediaTime time, double factor) {
  return {static_cast<int64_t>(std::llround(static_cast<double>(time.ns) * factor))};
}

bool any_has_sound(const std::vector<SoundPart>& parts) {
  return std::any_of(parts.begin(), parts.end(), [](const SoundPart& part) { return part.has_sound; });
}

}  // namespace

SoundPlayer::SoundPlayer(std::vector<SoundPart> parts, Clock& clock, SoundOutputFactory factory)
    : clock_(clock),
      factory_(std::move(factory)),
      parts_(std::move(parts)),
      any_sound_(any_has_sound(parts_)),
      chunk_(static_cast<size_t>(kChunkFrames * SoundOutput::kChannels)),
      read_(chunk_.size()) {}

void SoundPlayer::prepare() {
  if (!any_sound_ || !heard_ || (output_ && !output_->failure())) return;
  output_.reset();  // before the new one: a device may allow one opener only
  auto opened = factory_();
  if (!opened) {
    device_problem_ = std::move(opened).error();
    return;
  }
  device_problem_.reset();
  output_ = std::move(*opened);
  output_->set_volume(volume_);
  if (!timeline_) timeline_ = std::make_unique<SoundTimeline>(parts_, output_->sample_rate_hz());
}

void SoundPlayer::start_silently(MediaTime at) {
  silent_ = true;
  started_at_ = at;
  clock_start_ = clock_.now();
}

void SoundPlayer::start(MediaTime at, double speed) {
  playing_ = true;
  position_ = at;
  speed_ = speed;
  if (!output_ || output_->failure()) {
    start_silently(at);
    return;
  }
  filter_.reset();
  if (speed != 1.0) {
    auto filter = SpeedFilter::create(speed, output_->sample_rate_hz());
    if (!filter) {
      device_problem_ = std::move(filter).error();
      output_->stop();
      start_silently(at);
      return;
    }
    filter_ = std::move(*filter);
  }
  silent_ = false;
  started_at_ = at;
  output_->discard();
  first_frame_ = output_->written();
  timeline_->seek(at);
  pump();
  if (auto started = output_->start(); !started) {
    device_problem_ = std::move(started).error();
    start_silently(at);
  }
}

void SoundPlayer::stop() {
  playing_ = false;
  if (output_) output_->stop();
}

void SoundPlayer::set_volume(float volume) {
  volume_ = std::clamp(volume, 0.0F, 1.0F);
  if (output_) output_->set_volume(volume_);
}

void SoundPlayer::set_heard(bool heard) {
  if (heard == heard_) return;
  const MediaTime at = position();
  heard_ = heard;
  if (!heard) {
    if (output_) output_->stop();
    output_.reset();
    device_problem_.reset();
  } else if (playing_) {
    prepare();
  }
  if (playing_) start(at, speed_);
}

// Fills chunk_. False when the filter gives nothing any more.
bool SoundPlayer::make_chunk() {
  if (!filter_) {
    timeline_->read(chunk_.data(), kChunkFrames);
    return true;
  }
  int pushes = 0;
  for (int done = 0; done < kChunkFrames;) {
    const int pulled = filter_->pull(chunk_.data() + done * SoundOutput::kChannels, kChunkFrames - done);
    done += pulled;
    if (pulled > 0) continue;
    if (++pushes > kMostPushes) return false;
    timeline_->read(read_.data(), kChunkFrames);
    filter_->push(read_.data(), kChunkFrames);
  }
  return true;
}

void SoundPlayer::pump() {
  if (!playing_ || silent_) return;
  while (output_->room() >= kChunkFrames && make_chunk()) output_->write(chunk_.data(), kChunkFrames);
}

// A device that stops working must not stop the picture.
void SoundPlayer::check_device() {
  if (silent_) return;
  if (auto failure = output_->failure()) {
    device_problem_ = std::move(failure);
    start_silently(position_);
  }
}

MediaTime SoundPlayer::position() {
  if (!playing_) return position_;
  check_device();
  MediaTime played;
  if (silent_) {
    played = clock_.now() - clock_start_;
  } else {
    const int64_t frames = std::max<int64_t>(0, output_->heard() - first_frame_);
    played = MediaTime::from_count(frames, output_->sample_rate_hz());
  }
  position_ = std::max(position_, started_at_ + scaled(played, speed_));
  return position_;
}

std::optional<Error> SoundPlayer::problem() const {
  if (device_problem_) return device_problem_;
  if (timeline_ && timeline_->problem()) return timeline_->problem();
  return std::nullopt;
}

}  // namespace gladi
