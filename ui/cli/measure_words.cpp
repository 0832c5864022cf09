#include "ui/cli/measure_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "studio/coaching/sound_words.h"
#include "studio/text/format.h"

namespace gladi {
namespace {

using Json = nlohmann::ordered_json;

Json seconds_of(const std::vector<TakeStretch>& stretches) {
  Json list = Json::array();
  for (const TakeStretch& stretch : stretches)
    list.push_back({{"start_s", stretch.from.seconds()}, {"end_s", stretch.to.seconds()}});
  return list;
}

Message pace_sentence(double syllables_per_s) {
  switch (pace_band(syllables_per_s)) {
    case PaceBand::kUnhurried:
      return Message(GLADI_TEXT("Pace, an estimate: unhurried"));
    case PaceBand::kRushed:
      return Message(GLADI_TEXT("Pace, an estimate: very fast"));
    case PaceBand::kComfortable:
      break;
  }
  return Message(GLADI_TEXT("Pace, an estimate: comfortable to follow"));
}

Message melody_sentence(double semitones) {
  switch (melody_of(semitones)) {
    case Melody::kFlat:
      return Message(GLADI_TEXT("Melody of the voice, an estimate: flat"));
    case Melody::kLively:
      return Message(GLADI_TEXT("Melody of the voice, an estimate: lively"));
    case Melody::kBetween:
      break;
  }
  return Message(GLADI_TEXT("Melody of the voice, an estimate: between flat and lively"));
}

}  // namespace

Json sound_answer(const SoundMetrics& metrics) {
  Json answer{{"duration_s", metrics.duration.seconds()}, {"loudness", nullptr}};
  if (metrics.loudness) {
    answer["loudness"] = {{"integrated_lufs", metrics.loudness->integrated_lufs},
                          {"true_peak_dbtp", metrics.loudness->true_peak_dbtp}};
    if (metrics.momentary_lufs) answer["loudness"]["momentary_lufs"] = *metrics.momentary_lufs;
  }
  answer["clipped_share"] = metrics.clipped_share;
  answer["dead_side"] = name_of(metrics.dead_side);
  const bool told = metrics.lack == SpeechLack::kNone;
  answer["reason"] = told ? Json(nullptr) : Json(name_of(metrics.lack));
  for (const char* part : {"speech", "pace", "pitch", "held"}) answer[part] = nullptr;
  if (!told) return answer;
  answer["speech"] = {{"speech_s", metrics.speech.seconds()}, {"pauses", seconds_of(metrics.pauses)}};
  answer["pace"] = {{"syllables", metrics.syllables}, {"rate_syl_per_s", *metrics.syllables_per_s}};
  if (metrics.pitch_hz && metrics.pitch_spread_semitones)
    answer["pitch"] = {{"median_hz", *metrics.pitch_hz}, {"sd_semitones", *metrics.pitch_spread_semitones}};
  answer["held"] = seconds_of(metrics.held);
  return answer;
}

std::vector<Message> sound_lines(const SoundMetrics& metrics) {
  std::vector<Message> lines;
  const auto say = [&lines](Message line) { lines.push_back(std::move(line)); };
  if (metrics.loudness) {
    say(Message(GLADI_TEXT("Loudness: {0} LUFS, peak {1} dBTP"),
                {fmt::format("{:.1f}", metrics.loudness->integrated_lufs),
                 fmt::format("{:.1f}", metrics.loudness->true_peak_dbtp)}));
  }
  if (metrics.clipped_share >= SoundMetrics::kClipped)
    say(Message(GLADI_TEXT("The sound is too loud for the microphone in places: it is cut off.")));
  if (metrics.dead_side == SoundSides::Dead::kLeft) say(Message(GLADI_TEXT("The left side has no sound.")));
  if (metrics.dead_side == SoundSides::Dead::kRight) say(Message(GLADI_TEXT("The right side has no sound.")));
  if (metrics.lack != SpeechLack::kNone) {
    say(lack_in_words(metrics.lack));
    return lines;
  }
  const auto is_long = [](const TakeStretch& pause) {
    return pause.to - pause.from >= SoundMetrics::kLongPause;
  };
  const auto long_pauses = std::count_if(metrics.pauses.begin(), metrics.pauses.end(), is_long);
  say(Message(GLADI_TEXT("Speech: {0} of {1}; {2} pauses, {3} of them long"),
              {format_clock(metrics.speech), format_clock(metrics.duration),
               std::to_string(metrics.pauses.size()), std::to_string(long_pauses)}));
  say(pace_sentence(*metrics.syllables_per_s));
  if (metrics.pitch_spread_semitones) say(melody_sentence(*metrics.pitch_spread_semitones));
  say(Message(GLADI_TEXT("Held sounds, perhaps “eee”: {0}"), {std::to_string(metrics.held.size())}));
  return lines;
}

}  // namespace gladi
