// What the sound of a take tells about how somebody spoke. Estimates, but for the loudness.
#pragma once

#include <optional>
#include <vector>

#include "encoder/file/loudness.h"
#include "encoder/playback/waveform.h"
#include "studio/coaching/sound_sides.h"

namespace gladi {

// Why nothing is told.
enum class SpeechLack {
  kNone,
  kSilent,    // no sound to speak of
  kNoVoice,   // sound, but nobody who speaks: a hum, noise, music
  kTooLittle  // less than SoundMetrics::kLeastSpeech
};

// Ten seconds of a take.
struct SoundWindow {
  static constexpr MediaTime kLength = MediaTime::from_ms(10'000);

  TakeStretch at;
  MediaTime speech;
  int syllables = 0;
  std::optional<double> pitch_spread_semitones;  // less than 2 s of voice: nothing
  std::optional<double> speech_lufs;  // how loud the speech in it is; less than kLeastSpeech: nothing

  static constexpr MediaTime kLeastSpeech = MediaTime::from_ms(2'000);  // less says nothing of a window
  std::optional<double> syllables_per_s() const;                        // of speech
};

struct SoundMetrics {
  // Raised whenever an analyser gives other results: what older ones kept is made again.
  static constexpr int kAnalyserVersion = 3;
  static constexpr MediaTime kLeastSpeech = MediaTime::from_ms(20'000);  // COACHING: no report under it
  static constexpr MediaTime kPause = MediaTime::from_ms(500);
  static constexpr MediaTime kLongPause = MediaTime::from_ms(2'500);
  static constexpr double kSlowest = 3.5, kFastest = 6.5;  // syllables a second that are comfortable
  static constexpr double kQuietLufs = -26;                // below it hearing takes effort
  static constexpr double kClipped = 0.01;                 // a share from which it is heard

  MediaTime duration;                    // of all sound that was recorded
  std::optional<Loudness> loudness;      // nothing for silence
  std::optional<double> momentary_lufs;  // the loudest 400 ms
  double clipped_share = 0;              // of the tenths of a second
  SoundSides::Dead dead_side = SoundSides::Dead::kNone;

  SpeechLack lack = SpeechLack::kSilent;
  MediaTime speech;  // 0 where there is no voice

  // All of what follows is empty where speech lacks.
  std::vector<TakeStretch> pauses;  // kPause and longer, between two stretches of speech
  int syllables = 0;
  std::optional<double> syllables_per_s;  // of speech, pauses left out
  std::optional<double> pitch_hz;         // the median
  std::optional<double> pitch_spread_semitones;
  std::vector<TakeStretch> held;  // perhaps "eee"
  std::vector<SoundWindow> windows;
};

// As in metrics.json and for programs: "silent", "no_voice", "too_little"; "left", "right"; empty for kNone.
const char* name_of(SpeechLack lack);
const char* name_of(SoundSides::Dead side);

}  // namespace gladi
