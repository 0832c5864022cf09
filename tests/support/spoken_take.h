// Speech of which everything is known: which syllables, where the pauses are, which sounds are held. Made by
// espeak-ng, which tells when it says each phoneme.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace gladi::test {

struct Range {
  double from_s = 0;
  double to_s = 0;
  double length_s() const { return to_s - from_s; }
};

struct Phoneme {
  std::string name;  // espeak-ng's; "_" and "_:" are silence
  Range at;
  bool silent() const;
  bool vowel() const;  // a diphthong is one
};

struct Speaker {
  std::string voice = "id";
  int words_per_minute = 160;
  int pitch = 50, pitch_range = 50;  // of 100
};

// Mono at 48 kHz.
struct SpokenText {
  std::vector<float> samples;
  std::vector<Phoneme> phonemes;
  int syllables() const;
};

// Fails the test, and gives nothing, where espeak-ng can't. One thread at a time.
SpokenText speak(const std::string& text, const Speaker& speaker);
// Sound files of any kind that FFmpeg reads, to mono at 48 kHz.
std::vector<float> read_sound(const std::string& file);
std::vector<float> resampled(const std::vector<float>& samples, int from_hz, int to_hz);

struct SpokenTake {
  std::vector<float> samples;
  std::vector<Range> speech;  // gaps of less than 0.2 s closed
  std::vector<Range> held;
  int syllables = 0;

  double seconds() const { return static_cast<double>(samples.size()) / 48'000; }
  double speech_s() const;
  std::vector<Range> pauses(double shortest_s = 0.5) const;  // between two stretches of speech
};

// Lays one thing behind the other.
class SpokenTakeMaker {
 public:
  void say(const std::string& text, const Speaker& speaker);
  void pause(double seconds);
  // A vowel of espeak-ng's ("e", "@", or "@mmm" for "emm") for about so long, 0.2 to 0.6 s: `held` tells
  // exactly.
  void hold(const std::string& phoneme, double seconds, const Speaker& speaker);
  // Sound of which only the number of syllables is known.
  void add(const std::vector<float>& samples, int syllables);
  double seconds() const { return take_.seconds(); }
  SpokenTake finish() { return std::exchange(take_, {}); }

 private:
  void add_speech(Range at);
  SpokenTake take_;
};

// Root mean square of the parts that are spoken, and what must be added to have that much less noise.
double speech_rms(const SpokenTake& take);
// `noise` is repeated as often as needed. SNR in dB against speech_rms().
void mix(SpokenTake& take, const std::vector<float>& noise, double snr_db);

}  // namespace gladi::test
