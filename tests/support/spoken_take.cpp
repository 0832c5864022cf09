#include "tests/support/spoken_take.h"

#include <espeak-ng/speak_lib.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/command.h"
#include "tests/support/temp_folder.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libswresample/swresample.h>
}

namespace gladi::test {
namespace {

constexpr double kRateHz = 48'000;
constexpr double kClosedGap = 0.2;

// What one call of espeak_Synth gives.
struct Said {
  std::vector<float> samples;
  struct Event {
    std::string name;
    int sample;
  };
  std::vector<Event> events;
  int end = 0;
};

int on_sound(short* samples, int count, espeak_EVENT* event) {
  auto* said = static_cast<Said*>(event->user_data);
  if (said == nullptr) return 0;
  for (int i = 0; samples != nullptr && i < count; ++i) said->samples.push_back(samples[i] / 32768.0F);
  for (; event->type != espeakEVENT_LIST_TERMINATED; ++event) {
    if (event->type != espeakEVENT_PHONEME) continue;
    char name[sizeof(event->id.string) + 1] = {};
    std::memcpy(name, event->id.string, sizeof(event->id.string));
    said->events.push_back({name, event->sample});
  }
  return 0;
}

// Once: what was said before changes what is said later by some samples, and it can't be started anew.
int espeak_rate_hz() {
  static const int rate_hz =
      espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_PHONEME_EVENTS);
  return rate_hz;
}

}  // namespace

bool Phoneme::silent() const {
  return name == "_" || name == "_:" || name == "_::" || name.empty();
}
bool Phoneme::vowel() const {
  return !name.empty() && std::strchr("aeiouAEIOUV@03", name.front()) != nullptr;
}

int SpokenText::syllables() const {
  return static_cast<int>(
      std::count_if(phonemes.begin(), phonemes.end(), [](const Phoneme& p) { return p.vowel(); }));
}

std::vector<float> resampled(const std::vector<float>& samples, int from_hz, int to_hz) {
  AVChannelLayout mono = AV_CHANNEL_LAYOUT_MONO;
  SwrContext* made = nullptr;
  if (swr_alloc_set_opts2(&made, &mono, AV_SAMPLE_FMT_FLT, to_hz, &mono, AV_SAMPLE_FMT_FLT, from_hz, 0,
                          nullptr) < 0 ||
      swr_init(made) < 0) {
    ADD_FAILURE() << "no resampler from " << from_hz << " to " << to_hz;
    return {};
  }
  const auto expected =
      static_cast<size_t>(std::llround(static_cast<double>(samples.size()) * to_hz / from_hz));
  std::vector<float> out(expected + 1024);
  const auto* in = reinterpret_cast<const uint8_t*>(samples.data());
  auto* to = reinterpret_cast<uint8_t*>(out.data());
  int got = swr_convert(made, &to, static_cast<int>(out.size()), &in, static_cast<int>(samples.size()));
  to = reinterpret_cast<uint8_t*>(out.data() + std::max(got, 0));
  swr_convert(made, &to, static_cast<int>(out.size()) - std::max(got, 0), nullptr, 0);
  swr_free(&made);
  out.resize(expected);
  return out;
}

SpokenText speak(const std::string& text, const Speaker& speaker) {
  const int rate_hz = espeak_rate_hz();
  if (rate_hz <= 0 || espeak_SetVoiceByName(speaker.voice.c_str()) != EE_OK) {
    ADD_FAILURE() << "espeak-ng has no voice " << speaker.voice;
    return {};
  }
  espeak_SetSynthCallback(on_sound);
  espeak_SetParameter(espeakRATE, speaker.words_per_minute, 0);
  espeak_SetParameter(espeakPITCH, speaker.pitch, 0);
  espeak_SetParameter(espeakRANGE, speaker.pitch_range, 0);
  Said said;
  espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8 | espeakPHONEMES, nullptr,
               &said);
  espeak_Synchronize();
  SpokenText spoken;
  for (size_t i = 0; i < said.events.size(); ++i) {
    const double from = said.events[i].sample / static_cast<double>(rate_hz);
    const double to = i + 1 < said.events.size() ? said.events[i + 1].sample / static_cast<double>(rate_hz)
                                                 : static_cast<double>(said.samples.size()) / rate_hz;
    if (to > from) spoken.phonemes.push_back({said.events[i].name, {from, to}});
  }
  spoken.samples = resampled(said.samples, rate_hz, static_cast<int>(kRateHz));
  return spoken;
}

std::vector<float> read_sound(const std::string& file) {
  const TempFolder temp;
  const auto raw = (temp.path() / "sound.f32").string();
  const auto made = run_command({"ffmpeg", "-v", "error", "-nostdin", "-y", "-i", file, "-ac", "1", "-ar",
                                 "48000", "-f", "f32le", raw});
  if (made.exit_code != 0) {
    ADD_FAILURE() << file << ": " << made.err;
    return {};
  }
  std::ifstream in(raw, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  std::vector<float> samples(bytes.size() / sizeof(float));
  std::memcpy(samples.data(), bytes.data(), samples.size() * sizeof(float));
  return samples;
}

double SpokenTake::speech_s() const {
  double sum = 0;
  for (const Range& range : speech) sum += range.length_s();
  return sum;
}

std::vector<Range> SpokenTake::pauses(double shortest_s) const {
  std::vector<Range> found;
  for (size_t i = 1; i < speech.size(); ++i) {
    const Range between{speech[i - 1].to_s, speech[i].from_s};
    if (between.length_s() >= shortest_s) found.push_back(between);
  }
  return found;
}

void SpokenTakeMaker::add_speech(Range at) {
  if (!take_.speech.empty() && at.from_s - take_.speech.back().to_s < kClosedGap) {
    take_.speech.back().to_s = at.to_s;
  } else {
    take_.speech.push_back(at);
  }
}

void SpokenTakeMaker::say(const std::string& text, const Speaker& speaker) {
  const SpokenText spoken = speak(text, speaker);
  const double start = take_.seconds();
  for (const Phoneme& phoneme : spoken.phonemes) {
    if (!phoneme.silent()) add_speech({start + phoneme.at.from_s, start + phoneme.at.to_s});
  }
  take_.syllables += spoken.syllables();
  take_.samples.insert(take_.samples.end(), spoken.samples.begin(), spoken.samples.end());
}

void SpokenTakeMaker::pause(double seconds) {
  take_.samples.insert(take_.samples.end(), static_cast<size_t>(seconds * kRateHz), 0.0F);
}

void SpokenTakeMaker::hold(const std::string& phoneme, double seconds, const Speaker& speaker) {
  // A vowel alone lasts some 0.3 s at 160 words a minute, and as much longer as the speaker is slower.
  Speaker slow = speaker;
  slow.words_per_minute = 160;
  SpokenText longest;
  for (int i = 0; i < 3; ++i) {
    longest = speak("[[" + phoneme + "]]", slow);
    const double length_s = static_cast<double>(longest.samples.size()) / kRateHz;
    slow.words_per_minute =
        std::clamp(static_cast<int>(std::lround(slow.words_per_minute * length_s / seconds)), 80, 400);
  }
  const double start = take_.seconds();
  Range whole{start, start};
  for (const Phoneme& said : longest.phonemes) {
    if (said.silent()) continue;
    whole.to_s = start + said.at.to_s;
    add_speech({start + said.at.from_s, whole.to_s});
  }
  take_.held.push_back(whole);
  take_.syllables += longest.syllables();
  take_.samples.insert(take_.samples.end(), longest.samples.begin(), longest.samples.end());
}

void SpokenTakeMaker::add(const std::vector<float>& samples, int syllables) {
  take_.samples.insert(take_.samples.end(), samples.begin(), samples.end());
  take_.syllables += syllables;
}

double speech_rms(const SpokenTake& take) {
  double squares = 0;
  size_t count = 0;
  for (const Range& range : take.speech) {
    const auto from = static_cast<size_t>(range.from_s * kRateHz);
    const auto to = std::min(take.samples.size(), static_cast<size_t>(range.to_s * kRateHz));
    for (size_t i = from; i < to; ++i) squares += static_cast<double>(take.samples[i]) * take.samples[i];
    count += to > from ? to - from : 0;
  }
  return count > 0 ? std::sqrt(squares / static_cast<double>(count)) : 0;
}

void mix(SpokenTake& take, const std::vector<float>& noise, double snr_db) {
  double squares = 0;
  for (const float sample : noise) squares += static_cast<double>(sample) * sample;
  const double rms = std::sqrt(squares / static_cast<double>(std::max<size_t>(1, noise.size())));
  if (rms <= 0) return;
  const auto gain = static_cast<float>(speech_rms(take) / rms * std::pow(10, -snr_db / 20));
  for (size_t i = 0; i < take.samples.size(); ++i) take.samples[i] += gain * noise[i % noise.size()];
}

}  // namespace gladi::test
