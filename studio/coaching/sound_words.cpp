#include "studio/coaching/sound_words.h"

#include <string>

#include "studio/coaching/pitch_spread.h"

namespace gladi {

Message lack_in_words(SpeechLack lack) {
  if (lack == SpeechLack::kSilent) return Message(GLADI_TEXT("Not enough data: nothing is heard."));
  if (lack == SpeechLack::kNoVoice)
    return Message(GLADI_TEXT("Not enough data: there is sound, but no voice."));
  return Message(GLADI_TEXT("Not enough data: somebody must speak for {0} seconds or more."),
                 {std::to_string(SoundMetrics::kLeastSpeech.ms() / 1000)});
}

PaceBand pace_band(double syllables_per_s) {
  if (syllables_per_s < SoundMetrics::kSlowest) return PaceBand::kUnhurried;
  return syllables_per_s > SoundMetrics::kFastest ? PaceBand::kRushed : PaceBand::kComfortable;
}

Message pace_in_words(PaceBand band) {
  if (band == PaceBand::kUnhurried) return Message(GLADI_TEXT("unhurried"));
  if (band == PaceBand::kRushed) return Message(GLADI_TEXT("rushed"));
  return Message(GLADI_TEXT("just right"));
}

AgainstUsual against_usual(double syllables_per_s, double usual) {
  if (syllables_per_s > (1 + kOffUsual) * usual) return AgainstUsual::kFaster;
  return syllables_per_s < (1 - kOffUsual) * usual ? AgainstUsual::kSlower : AgainstUsual::kSame;
}

Message usual_in_words(AgainstUsual against) {
  if (against == AgainstUsual::kSlower) return Message(GLADI_TEXT("slower than usual"));
  if (against == AgainstUsual::kFaster) return Message(GLADI_TEXT("faster than usual"));
  return Message(GLADI_TEXT("as usual"));
}

Melody melody_of(double pitch_spread_semitones) {
  if (pitch_spread_semitones < PitchSpread::kFlat) return Melody::kFlat;
  return pitch_spread_semitones >= PitchSpread::kLively ? Melody::kLively : Melody::kBetween;
}

Message melody_in_words(Melody melody) {
  if (melody == Melody::kFlat) return Message(GLADI_TEXT("flat"));
  if (melody == Melody::kLively) return Message(GLADI_TEXT("lively"));
  return Message(GLADI_TEXT("in between"));
}

}  // namespace gladi
