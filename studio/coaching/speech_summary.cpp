#include "studio/coaching/speech_summary.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "studio/coaching/level_statistics.h"

namespace gladi {
namespace {

constexpr int64_t kWindowFrames = SoundWindow::kLength.to_count(SoundFrame::kPerSecond);

}  // namespace

SpeechSummary::SpeechSummary()
    : syllables_([this](int64_t frame) { ++window(frame).syllables; }),
      held_finder_([this](const TakeStretch& stretch) { held_.push_back(stretch); }) {}

SpeechSummary::Window& SpeechSummary::window(int64_t frame) {
  const auto at = static_cast<size_t>(frame / kWindowFrames);
  if (at >= windows_.size()) windows_.resize(at + 1);
  return windows_[at];
}

void SpeechSummary::push(const SettledFrame& frame) {
  Window& here = window(frame.sound.index);
  ++here.frames;
  here.frames_of_speech += frame.speaking;
  if (frame.speaking) here.power_of_speech += std::pow(10, frame.sound.level_db / 10.0);
  if (frame.speaking && frame.hz > 0) here.spread.add(frame.hz);
  heard_ = heard_ || frame.sound.level_db >= LevelStatistics::kNoVoiceDb;
  note_pause(frame);
  check_.push(frame);
  syllables_.push(frame);
  held_finder_.push(frame);
}

void SpeechSummary::note_pause(const SettledFrame& frame) {
  const MediaTime at = time_of_frame(frame.sound.index);
  if (frame.speaking) {
    if (silent_since_ && !hole_ && at - *silent_since_ >= SoundMetrics::kPause)
      pauses_.push_back({*silent_since_, at});
    silent_since_.reset();
    hole_ = false;
    spoken_ = true;
    return;
  }
  if (spoken_ && !silent_since_) silent_since_ = at;
  hole_ = hole_ || !frame.sound.recorded;
}

void SpeechSummary::finish(SoundMetrics& metrics) {
  syllables_.finish();
  held_finder_.finish();
  int64_t frames_of_speech = 0;
  for (const Window& window : windows_) frames_of_speech += window.frames_of_speech;
  const bool voice = frames_of_speech > 0 && check_.is_voice();
  metrics.speech = voice ? time_of_frame(frames_of_speech) : MediaTime{};
  metrics.lack = !heard_                                       ? SpeechLack::kSilent
                 : !voice                                      ? SpeechLack::kNoVoice
                 : metrics.speech < SoundMetrics::kLeastSpeech ? SpeechLack::kTooLittle
                                                               : SpeechLack::kNone;
  if (metrics.lack != SpeechLack::kNone) return;
  PitchSpread spread;
  double power = 0;
  for (const Window& window : windows_) power += window.power_of_speech;
  const double mean_power = power / static_cast<double>(frames_of_speech);
  MediaTime at;
  for (const Window& window : windows_) {
    const MediaTime end = at + time_of_frame(window.frames);
    metrics.windows.push_back(
        {{at, end}, time_of_frame(window.frames_of_speech), window.syllables, window.spread.semitones(), {}});
    SoundWindow& told = metrics.windows.back();
    if (metrics.loudness && told.speech >= SoundWindow::kLeastSpeech && window.power_of_speech > 0) {
      const double here = window.power_of_speech / static_cast<double>(window.frames_of_speech);
      told.speech_lufs = metrics.loudness->integrated_lufs + 10 * std::log10(here / mean_power);
    }
    metrics.syllables += window.syllables;
    spread.add(window.spread);
    at = end;
  }
  metrics.syllables_per_s = metrics.syllables / metrics.speech.seconds();
  metrics.pitch_hz = spread.median_hz();
  metrics.pitch_spread_semitones = spread.semitones();
  metrics.pauses = std::move(pauses_);
  metrics.held = std::move(held_);
}

}  // namespace gladi
