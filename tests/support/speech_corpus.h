// Takes for the analysers of speech: made speech in Indonesian, and recorded prompts. In two parts: analysers
// are tuned on one, and judged by the other.
#pragma once

#include <string>
#include <vector>

#include "tests/support/spoken_take.h"

namespace gladi::test {

enum class CorpusPart { kTuning, kJudging };

// Ten takes of about 40 s: sellers of several voices and rates, with pauses of 0.6 to 4 s. The same each
// time.
std::vector<SpokenTake> made_takes(CorpusPart part);
// Few seconds of it.
SpokenTake short_take(CorpusPart part, double wanted_s = 25);

// Takes with "eee" and "emm" of 0.35 to 0.6 s between the sentences.
std::vector<SpokenTake> takes_with_held_sounds(CorpusPart part);

// Recorded prompts of Debian's asterisk-core-sounds, joined to takes of a minute or so.
struct RecordedTake {
  std::string name;  // "es-3"
  SpokenTake take;   // speech and pauses aren't known, syllables by the prompts' texts
};
// Empty where the packages aren't installed.
std::vector<RecordedTake> recorded_takes(CorpusPart part, size_t most = 100);

// By sox: mono at 48 kHz. `effects` as for `sox -n`: {"synth", "10", "pinknoise"}.
std::vector<float> sox_sound(const std::vector<std::string>& effects);
// The same effects on a sound.
std::vector<float> through_sox(const std::vector<float>& samples, const std::vector<std::string>& effects);
std::vector<float> pink_noise(double seconds);
// Plucked chords and a bass, as it runs in shops.
std::vector<float> music(double seconds);

// 32-bit float, mono, 48 kHz.
void write_wav(const std::string& file, const std::vector<float>& samples, int rate_hz = 48'000);

}  // namespace gladi::test
