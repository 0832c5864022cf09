#include "studio/coaching/sound_metrics.h"

namespace gladi {

std::optional<double> SoundWindow::syllables_per_s() const {
  if (speech < kLeastSpeech) return {};
  return syllables / speech.seconds();
}

const char* name_of(SpeechLack lack) {
  switch (lack) {
    case SpeechLack::kNone:
      return "";
    case SpeechLack::kSilent:
      return "silent";
    case SpeechLack::kNoVoice:
      return "no_voice";
    case SpeechLack::kTooLittle:
      return "too_little";
  }
  return "";
}

const char* name_of(SoundSides::Dead side) {
  return side == SoundSides::Dead::kLeft ? "left" : side == SoundSides::Dead::kRight ? "right" : "";
}

}  // namespace gladi
