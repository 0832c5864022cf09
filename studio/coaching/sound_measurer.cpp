#include "studio/coaching/sound_measurer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "encoder/file/momentary_loudness.h"
#include "studio/coaching/speech_summary.h"
#include "studio/coaching/voice_analyser.h"

namespace gladi {

struct SoundMeasurer::Impl {
  Impl(std::unique_ptr<LoudnessMeter> meter, std::unique_ptr<MomentaryLoudness> momentary_meter)
      : loudness(std::move(meter)),
        momentary(std::move(momentary_meter)),
        voice([this](const SettledFrame& frame) { summary.push(frame); }) {}

  // Where nothing was recorded the analysers hear silence that they know to be none.
  void fill_hole(int64_t to_frame) {
    static constexpr std::array<float, 4'800> kSilence{};
    while (next_frame < to_frame) {
      const auto count =
          static_cast<size_t>(std::min(static_cast<int64_t>(kSilence.size()), to_frame - next_frame));
      voice.push(std::span(kSilence).first(count), false);
      next_frame += static_cast<int64_t>(count);
    }
  }

  SoundMetrics metrics;
  std::unique_ptr<LoudnessMeter> loudness;
  std::unique_ptr<MomentaryLoudness> momentary;
  SoundSides sides;
  SpeechSummary summary;
  VoiceAnalyser voice;
  int64_t next_frame = 0;
  int64_t heard_frames = 0;
};

SoundMeasurer::SoundMeasurer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SoundMeasurer::~SoundMeasurer() = default;

Result<std::unique_ptr<SoundMeasurer>> SoundMeasurer::create() {
  auto meter = LoudnessMeter::create();
  if (!meter) return fail(std::move(meter));
  auto momentary = MomentaryLoudness::create();
  if (!momentary) return fail(std::move(momentary));
  return std::unique_ptr<SoundMeasurer>(
      new SoundMeasurer(std::make_unique<Impl>(std::move(*meter), std::move(*momentary))));
}

Status SoundMeasurer::hear(const SoundStretch& sound) {
  if (auto heard = impl_->loudness->hear(sound); !heard) return heard;
  if (auto heard = impl_->momentary->hear(sound); !heard) return heard;
  impl_->fill_hole(sound.first_frame);
  const std::span<const float> mono = impl_->sides.mono(sound.interleaved);
  impl_->voice.push(mono);
  impl_->next_frame = sound.first_frame + sound.frames();
  impl_->heard_frames += sound.frames();
  return {};
}

SoundMetrics SoundMeasurer::finish() {
  impl_->voice.finish();
  SoundMetrics& metrics = impl_->metrics;
  metrics.duration = MediaTime::from_count(impl_->heard_frames, SoundFormat::kSampleRateHz);
  metrics.loudness = impl_->loudness->loudness();
  if (metrics.loudness) metrics.momentary_lufs = impl_->momentary->loudest_lufs();
  metrics.clipped_share = impl_->sides.clipped_share();
  metrics.dead_side = impl_->sides.dead();
  impl_->summary.finish(metrics);
  return std::move(metrics);
}

}  // namespace gladi
