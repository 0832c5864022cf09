// Metrics as they would be of comfortable, lively speech, without any sound.
#pragma once

#include "studio/coaching/sound_metrics.h"

namespace gladi::test {

// So many windows of ten seconds, eight of them speech, with nothing worth telling.
inline SoundMetrics measured_talk(int windows) {
  SoundMetrics sound;
  sound.lack = SpeechLack::kNone;
  for (int i = 0; i < windows; ++i) {
    SoundWindow window;
    window.at = {MediaTime::from_ms(10'000 * i), MediaTime::from_ms(10'000 * (i + 1))};
    window.speech = MediaTime::from_ms(8'000);
    window.syllables = 40;
    window.pitch_spread_semitones = 2.5;
    window.speech_lufs = -20;
    sound.windows.push_back(window);
  }
  return sound;
}

}  // namespace gladi::test
