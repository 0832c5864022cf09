#include "encoder/playback/sound_reader.h"

#include <algorithm>
#include <cstdlib>

#include "encoder/playback/sound_output.h"

namespace gladi {
namespace {

constexpr int kChannels = SoundOutput::kChannels;
// AAC frames overlap their neighbours: what comes directly after a seek is incomplete and is thrown away.
constexpr MediaTime kPreroll = MediaTime::from_ms(100);
// Stamps of smaller error than this are rounding (files with millisecond stamps) and no gap.
constexpr MediaTime kSmallestGap = MediaTime::from_ms(5);

}  // namespace

void SoundReader::seek(int64_t frame) {
  position_ = frame;
  ready_.clear();
  ready_taken_ = 0;
  placed_ = false;
  resampler_.reset();
  ended_ = !stream_->seek(zero_ + MediaTime::from_count(frame, rate_hz_) - kPreroll);
}

bool SoundReader::prepare_resampler(const AVFrame& frame) {
  if (resampler_ && frame.sample_rate == from_rate_hz_ && frame.format == from_format_ &&
      frame.ch_layout.nb_channels == from_channels_) {
    return true;
  }
  AVChannelLayout from{};
  if (frame.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC) {
    av_channel_layout_default(&from, frame.ch_layout.nb_channels);
  } else {
    av_channel_layout_copy(&from, &frame.ch_layout);
  }
  AVChannelLayout to{};
  av_channel_layout_default(&to, kChannels);
  SwrContext* made = nullptr;
  const int result =
      swr_alloc_set_opts2(&made, &to, AV_SAMPLE_FMT_FLT, rate_hz_, &from,
                          static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0, nullptr);
  av_channel_layout_uninit(&from);
  resampler_.reset(made);
  if (result < 0 || swr_init(made) < 0) {
    resampler_.reset();
    return false;
  }
  from_rate_hz_ = frame.sample_rate;
  from_format_ = frame.format;
  from_channels_ = frame.ch_layout.nb_channels;
  return true;
}

// Appends `frames` source frames, or with null data what the resampler still holds, to ready_.
void SoundReader::convert(const uint8_t** data, int frames) {
  const int most = swr_get_out_samples(resampler_.get(), frames);
  if (most <= 0) return;
  const size_t before = ready_.size();
  ready_.resize(before + static_cast<size_t>(most) * static_cast<size_t>(kChannels));
  auto* out = reinterpret_cast<uint8_t*>(ready_.data() + before);
  const int made = std::max(0, swr_convert(resampler_.get(), &out, most, data, frames));
  ready_.resize(before + static_cast<size_t>(made) * static_cast<size_t>(kChannels));
  ready_end_ += made;
}

// Called when everything decoded so far is used up.
bool SoundReader::decode_more() {
  ready_.clear();
  ready_taken_ = 0;
  while (!ended_ && ready_.empty()) {
    if (!stream_->read(*frame_)) {
      ended_ = true;
      ready_first_ = ready_end_;
      if (resampler_) convert(nullptr, 0);
      break;
    }
    if (!prepare_resampler(*frame_)) continue;
    if (frame_->best_effort_timestamp != AV_NOPTS_VALUE) {
      const MediaTime time = stream_->to_time(frame_->best_effort_timestamp) - zero_;
      const int64_t delay = swr_get_delay(resampler_.get(), rate_hz_);
      const int64_t belongs_to = time.to_count(rate_hz_) - delay;
      if (!placed_ || std::abs(belongs_to - ready_end_) > kSmallestGap.to_count(rate_hz_))
        ready_end_ = belongs_to;
      placed_ = true;
    }
    ready_first_ = ready_end_;
    convert(const_cast<const uint8_t**>(frame_->extended_data), frame_->nb_samples);
  }
  return !ready_.empty();
}

void SoundReader::read(float* interleaved, int frames) {
  int done = 0;
  while (done < frames) {
    float* out = interleaved + done * kChannels;
    int count = frames - done;
    const bool more = ready_taken_ < ready_.size() || decode_more();
    if (!more || ready_first_ > position_) {
      if (more) count = static_cast<int>(std::min<int64_t>(count, ready_first_ - position_));
      std::fill_n(out, count * kChannels, 0.0F);
    } else {
      const int64_t there = static_cast<int64_t>(ready_.size() - ready_taken_) / kChannels;
      const int64_t dropped = std::min(there, position_ - ready_first_);
      count = static_cast<int>(std::min<int64_t>(count, there - dropped));
      std::copy_n(ready_.begin() + static_cast<int64_t>(ready_taken_) + dropped * kChannels,
                  count * kChannels, out);
      ready_taken_ += static_cast<size_t>((dropped + count) * kChannels);
      ready_first_ += dropped + count;
    }
    done += count;
    position_ += count;
  }
}

}  // namespace gladi
