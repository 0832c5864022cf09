// What is measured of speech, in words: a person is told bands, never decimals.
#pragma once

#include <optional>

#include "encoder/base/message.h"
#include "studio/coaching/sound_metrics.h"

namespace gladi {

// "Not enough data: …". Not for kNone.
Message lack_in_words(SpeechLack lack);

// Where a pace lies (COACHING: 3.5 to 6.5 syllables a second are comfortable): "santai", "pas", "ngebut".
enum class PaceBand { kUnhurried, kComfortable, kRushed };
PaceBand pace_band(double syllables_per_s);
Message pace_in_words(PaceBand band);

// Against what is usual for her. Takes are measured within 15 % (coaching.md): less of a difference is none.
enum class AgainstUsual { kSame, kSlower, kFaster };
inline constexpr double kOffUsual = 0.2;
AgainstUsual against_usual(double syllables_per_s, double usual);
Message usual_in_words(AgainstUsual against);

// How the melody of a voice moves: "datar", "hidup", or between.
enum class Melody { kFlat, kBetween, kLively };
Melody melody_of(double pitch_spread_semitones);
Message melody_in_words(Melody melody);

}  // namespace gladi
