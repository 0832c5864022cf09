#include "studio/coaching/metrics_json.h"

#include <algorithm>
#include <string>
#include <utility>

namespace gladi {
namespace {

using json_file::Json;

Json optional_number(const std::optional<double>& number) {
  return number ? Json(*number) : Json(nullptr);
}

Json to_json(const std::vector<TakeStretch>& stretches) {
  Json list = Json::array();
  for (const TakeStretch& stretch : stretches)
    list.push_back({{"start_ns", stretch.from.ns}, {"end_ns", stretch.to.ns}});
  return list;
}

std::vector<TakeStretch> stretches_of(const Json& object, const char* key) {
  std::vector<TakeStretch> stretches;
  for (const Json& entry : json_file::list_of(object, key))
    stretches.push_back({json_file::time_of(entry, "start_ns"), json_file::time_of(entry, "end_ns")});
  return stretches;
}

std::optional<SpeechLack> lack_of(const std::string& name) {
  for (const SpeechLack lack :
       {SpeechLack::kNone, SpeechLack::kSilent, SpeechLack::kNoVoice, SpeechLack::kTooLittle}) {
    if (name == name_of(lack)) return lack;
  }
  return std::nullopt;
}

bool are_sound(const std::vector<TakeStretch>& stretches) {
  return std::all_of(stretches.begin(), stretches.end(), [](const TakeStretch& stretch) {
    return stretch.from.ns >= 0 && stretch.from <= stretch.to;
  });
}

// Whoever reads them relies on it: what is told has its figures, and lengths are lengths.
bool is_whole(const SoundMetrics& metrics) {
  if (metrics.duration.ns < 0 || metrics.speech.ns < 0 || metrics.syllables < 0) return false;
  if (!are_sound(metrics.pauses) || !are_sound(metrics.held)) return false;
  for (const SoundWindow& window : metrics.windows) {
    if (!are_sound({window.at}) || window.speech.ns < 0 || window.syllables < 0) return false;
  }
  if (metrics.lack != SpeechLack::kNone) return true;
  return metrics.speech.ns > 0 && metrics.syllables_per_s && *metrics.syllables_per_s > 0;
}

}  // namespace

Json to_json(const SoundMetrics& metrics) {
  Json loudness = nullptr;
  if (metrics.loudness) {
    loudness = {{"integrated_lufs", metrics.loudness->integrated_lufs},
                {"true_peak_dbtp", metrics.loudness->true_peak_dbtp},
                {"momentary_lufs", optional_number(metrics.momentary_lufs)}};
  }
  Json windows = Json::array();
  for (const SoundWindow& window : metrics.windows) {
    windows.push_back({{"start_ns", window.at.from.ns},
                       {"end_ns", window.at.to.ns},
                       {"speech_ns", window.speech.ns},
                       {"syllables", window.syllables},
                       {"pitch_spread_semitones", optional_number(window.pitch_spread_semitones)},
                       {"speech_lufs", optional_number(window.speech_lufs)}});
  }
  return {{"duration_ns", metrics.duration.ns},
          {"loudness", loudness},
          {"clipped_share", metrics.clipped_share},
          {"dead_side", name_of(metrics.dead_side)},
          {"lack", name_of(metrics.lack)},
          {"speech_ns", metrics.speech.ns},
          {"pauses", to_json(metrics.pauses)},
          {"syllables", metrics.syllables},
          {"syllables_per_s", optional_number(metrics.syllables_per_s)},
          {"pitch_hz", optional_number(metrics.pitch_hz)},
          {"pitch_spread_semitones", optional_number(metrics.pitch_spread_semitones)},
          {"held", to_json(metrics.held)},
          {"windows", windows}};
}

std::optional<SoundMetrics> sound_metrics_of(const Json& object) {
  SoundMetrics metrics;
  metrics.duration = json_file::time_of(object, "duration_ns");
  const Json& loudness = json_file::child_of(object, "loudness");
  const auto integrated = json_file::number_of(loudness, "integrated_lufs");
  const auto peak = json_file::number_of(loudness, "true_peak_dbtp");
  if (integrated && peak) {
    metrics.loudness = Loudness{*integrated, *peak};
    metrics.momentary_lufs = json_file::number_of(loudness, "momentary_lufs");
  }
  metrics.clipped_share = json_file::number_of(object, "clipped_share").value_or(0);
  const std::string side = json_file::text_of(object, "dead_side");
  metrics.dead_side = side == "left"    ? SoundSides::Dead::kLeft
                      : side == "right" ? SoundSides::Dead::kRight
                                        : SoundSides::Dead::kNone;
  const auto lack = lack_of(json_file::text_of(object, "lack", "missing"));
  if (!lack) return std::nullopt;
  metrics.lack = *lack;
  metrics.speech = json_file::time_of(object, "speech_ns");
  metrics.pauses = stretches_of(object, "pauses");
  metrics.syllables = static_cast<int>(json_file::int_of(object, "syllables"));
  metrics.syllables_per_s = json_file::number_of(object, "syllables_per_s");
  metrics.pitch_hz = json_file::number_of(object, "pitch_hz");
  metrics.pitch_spread_semitones = json_file::number_of(object, "pitch_spread_semitones");
  metrics.held = stretches_of(object, "held");
  for (const Json& entry : json_file::list_of(object, "windows")) {
    metrics.windows.push_back({{json_file::time_of(entry, "start_ns"), json_file::time_of(entry, "end_ns")},
                               json_file::time_of(entry, "speech_ns"),
                               static_cast<int>(json_file::int_of(entry, "syllables")),
                               json_file::number_of(entry, "pitch_spread_semitones"),
                               json_file::number_of(entry, "speech_lufs")});
  }
  return is_whole(metrics) ? std::optional(std::move(metrics)) : std::nullopt;
}

}  // namespace gladi
