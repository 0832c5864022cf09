#include "encoder/capture/sound_cutter.h"

#include <algorithm>
#include <cstring>

namespace gladi {
namespace {

// Containers with millisecond stamps jitter by a frame of sound at most; anything beyond is a real hole.
constexpr int64_t kJitterFrames = SoundCutter::kRateHz * 40 / 1000;
// A longer hole is a fault of the stamps, not silence: it is not filled.
constexpr int64_t kLongestHoleFrames = SoundCutter::kRateHz * 60;

}  // namespace

Status SoundCutter::add(const AVFrame& frame, MediaTime at) {
  if (auto prepared = prepare(frame); !prepared) return prepared;
  const int64_t inside = swr_get_delay(resampler_.get(), kRateHz);
  const int64_t expected = written_ + waiting_frames() + inside;
  const int64_t hole = at.to_count(kRateHz) - expected;
  const int64_t tolerance = exact_ ? 0 : kJitterFrames;
  exact_ = false;
  int64_t skip = 0;
  if (hole > tolerance && hole < kLongestHoleFrames) {
    append_converted(nullptr, 0);  // what came before the hole
    append_silence(hole);
  } else if (hole < -tolerance && -hole < kLongestHoleFrames) {
    skip = -hole;
  }
  append_converted(&frame, skip);
  cut();
  return {};
}

void SoundCutter::end_at(MediaTime end) {
  if (resampler_) append_converted(nullptr, 0);
  const int64_t wanted = end.to_count(kRateHz);
  const int64_t have = written_ + waiting_frames();
  if (have < wanted) {
    append_silence(wanted - have);
  } else {
    int64_t surplus = have - wanted;
    while (surplus > 0) {
      // The surplus may reach back into finished blocks.
      if (waiting_.empty()) {
        if (blocks_.empty()) break;
        const SoundBlock& last = blocks_.back();
        waiting_.assign(last.samples.begin(), last.samples.begin() + last.frames * channels_);
        written_ -= last.frames;
        blocks_.pop_back();
      }
      const int64_t cut_frames = std::min(surplus, waiting_frames());
      waiting_.resize(waiting_.size() - static_cast<size_t>(cut_frames * channels_));
      surplus -= cut_frames;
    }
  }
  cut();
  exact_ = true;
}

Status SoundCutter::prepare(const AVFrame& frame) {
  const bool same = resampler_ && rate_in_ == frame.sample_rate && format_in_ == frame.format &&
                    channels_in_ == frame.ch_layout.nb_channels;
  if (same) return {};
  if (resampler_) append_converted(nullptr, 0);
  AVChannelLayout in{};
  if (frame.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC) {
    av_channel_layout_default(&in, frame.ch_layout.nb_channels);
  } else {
    av_channel_layout_copy(&in, &frame.ch_layout);
  }
  AVChannelLayout out{};
  av_channel_layout_default(&out, channels_);
  SwrContext* context = nullptr;
  int code = swr_alloc_set_opts2(&context, &out, AV_SAMPLE_FMT_FLT, kRateHz, &in,
                                 static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0, nullptr);
  av_channel_layout_uninit(&in);
  resampler_.reset(context);
  if (code >= 0) code = swr_init(context);
  if (code < 0) {
    resampler_.reset();
    return fail(ErrorKind::kUnsupported, Message(GLADI_TEXT("This kind of sound can't be played.")),
                libav::describe(code));
  }
  rate_in_ = frame.sample_rate;
  format_in_ = frame.format;
  channels_in_ = frame.ch_layout.nb_channels;
  return {};
}

void SoundCutter::append_silence(int64_t frames) {
  waiting_.resize(waiting_.size() + static_cast<size_t>(frames * channels_), 0.0F);
}

// A null frame empties the resampler, which is then ready for sound that doesn't follow on.
void SoundCutter::append_converted(const AVFrame* frame, int64_t skip) {
  const int samples_in = frame != nullptr ? frame->nb_samples : 0;
  const int room = swr_get_out_samples(resampler_.get(), samples_in) + 64;
  const size_t before = waiting_.size();
  waiting_.resize(before + static_cast<size_t>(room) * static_cast<size_t>(channels_));
  auto* out = reinterpret_cast<uint8_t*>(waiting_.data() + before);
  const auto** in = frame != nullptr ? const_cast<const uint8_t**>(frame->extended_data) : nullptr;
  const int made = std::max(0, swr_convert(resampler_.get(), &out, room, in, samples_in));
  waiting_.resize(before + static_cast<size_t>(made) * static_cast<size_t>(channels_));
  if (frame == nullptr) swr_init(resampler_.get());
  const auto dropped = static_cast<ptrdiff_t>(std::min<int64_t>(skip, made) * channels_);
  const auto from = waiting_.begin() + static_cast<ptrdiff_t>(before);
  waiting_.erase(from, from + dropped);
}

void SoundCutter::cut() {
  const auto block_samples = static_cast<size_t>(kBlockFrames * channels_);
  size_t done = 0;
  for (; waiting_.size() - done >= block_samples; done += block_samples) {
    SoundBlock& block = blocks_.emplace_back();
    std::memcpy(block.samples.data(), waiting_.data() + done, block_samples * sizeof(float));
    block.frames = kBlockFrames;
    block.channels = channels_;
    block.first_frame = written_;
    written_ += kBlockFrames;
    block.arrived_at = MediaTime::from_count(written_, kRateHz);
  }
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<ptrdiff_t>(done));
}

}  // namespace gladi
