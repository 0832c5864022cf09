#include "encoder/sound/sound_resampler.h"

#include <cmath>

#include "encoder/libav/handles.h"
#include "encoder/sound/sound_sink.h"

namespace gladi {

namespace {
constexpr int kMargin = 256;  // frames: the filter's tail isn't in swresample's estimate
}

struct SoundResampler::Impl {
  libav::Resampler context;
  int channels = 1;
  std::vector<float> converted;

  // Without input: the rest of the run.
  void run(const float* interleaved, int frames, std::vector<float>& stereo) {
    const int room = swr_get_out_samples(context.get(), frames) + kMargin;
    converted.resize(static_cast<size_t>(room) * static_cast<size_t>(channels));
    auto* out = reinterpret_cast<uint8_t*>(converted.data());
    const auto* in = reinterpret_cast<const uint8_t*>(interleaved);
    const int made = swr_convert(context.get(), &out, room, interleaved ? &in : nullptr, frames);
    if (made <= 0) return;
    const size_t before = stereo.size();
    stereo.resize(before + 2 * static_cast<size_t>(made));
    float* to = stereo.data() + before;
    for (int i = 0; i < made; ++i) {
      const float* from = converted.data() + static_cast<ptrdiff_t>(i) * channels;
      *to++ = from[0];
      *to++ = from[channels - 1];
    }
  }
};

SoundResampler::SoundResampler(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SoundResampler::SoundResampler(SoundResampler&&) noexcept = default;
SoundResampler& SoundResampler::operator=(SoundResampler&&) noexcept = default;
SoundResampler::~SoundResampler() = default;

Result<SoundResampler> SoundResampler::open(int source_rate_hz, int channels) {
  auto impl = std::make_unique<Impl>();
  impl->channels = channels;
  AVChannelLayout layout;
  av_channel_layout_default(&layout, channels);
  SwrContext* context = nullptr;
  int code = swr_alloc_set_opts2(&context, &layout, AV_SAMPLE_FMT_FLT, SoundFormat::kSampleRateHz, &layout,
                                 AV_SAMPLE_FMT_FLT, source_rate_hz, 0, nullptr);
  impl->context.reset(context);
  if (code >= 0) {
    // Resamples even at 48 kHz, and from the beginning: only so can drift be compensated by
    // swr_set_compensation() later without a break. soxr can't compensate, so it stays with swresample's own
    // engine.
    av_opt_set_int(context, "flags", SWR_FLAG_RESAMPLE, 0);
    code = swr_init(context);
  }
  if (code < 0) {
    return fail(ErrorKind::kUnsupported,
                Message(GLADI_TEXT("Sound at {0} Hz can't be brought to 48000 Hz."),
                        {std::to_string(source_rate_hz)}),
                libav::describe(code));
  }
  return SoundResampler(std::move(impl));
}

int SoundResampler::channels() const {
  return impl_->channels;
}

void SoundResampler::compensate(double ppm) {
  constexpr int kDistance = 10 * SoundFormat::kSampleRateHz;
  swr_set_compensation(impl_->context.get(), static_cast<int>(std::lround(ppm * 1e-6 * kDistance)),
                       kDistance);
}

MediaTime SoundResampler::delay() const {
  return MediaTime{swr_get_delay(impl_->context.get(), 1'000'000'000)};
}

void SoundResampler::convert(const float* interleaved, int frames, std::vector<float>& stereo) {
  impl_->run(interleaved, frames, stereo);
}

void SoundResampler::drain(std::vector<float>& stereo) {
  impl_->run(nullptr, 0, stereo);
}

}  // namespace gladi
