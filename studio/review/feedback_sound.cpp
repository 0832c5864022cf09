// The rules about her voice and the microphone. Pace, melody and held sounds are estimates and are called so.
#include <algorithm>
#include <utility>

#include "studio/coaching/sound_words.h"
#include "studio/review/feedback_rules.h"

namespace gladi::feedback_rules {
namespace {

// Where a voice on a phone is neither strained after nor turned down; platforms aim at −14.
constexpr double kClearLufs = -23, kLoudLufs = -12;
// Against her usual pace a take counts as fast or slow only in that half of what is comfortable.
constexpr double kMiddlePace = (SoundMetrics::kSlowest + SoundMetrics::kFastest) / 2;
constexpr size_t kManyHeld = 4;
constexpr double kManyHeldAMinute = 2;  // of speech; up to 0.2 are heard where there are none
constexpr double kFewHeldAMinute = 0.5;
constexpr double kPausesAMinute = 4;
constexpr MediaTime kWorthTalking = MediaTime::from_ms(60'000);
constexpr MediaTime kEnoughToPraise = MediaTime::from_ms(60'000);  // of speech

// Where enough was heard to tell something.
const SoundMetrics* told(const TakeFacts& facts) {
  return facts.sound && facts.sound->lack == SpeechLack::kNone ? &*facts.sound : nullptr;
}
double a_minute(size_t count, const SoundMetrics& sound) {
  return sound.speech.ns > 0 ? static_cast<double>(count) / (sound.speech.seconds() / 60) : 0;
}

// The window in which `value` is least; nothing where no window has one.
template <class Value>
std::optional<MediaTime> least(const SoundMetrics& sound, const Value& value) {
  std::optional<MediaTime> at;
  double best = 0;
  for (const SoundWindow& window : sound.windows) {
    const std::optional<double> here = value(window);
    if (!here || (at && *here >= best)) continue;
    at = window.at.from;
    best = *here;
  }
  return at;
}
std::optional<MediaTime> at_loudness(const TakeFacts& facts, double sign) {
  if (told(facts) == nullptr) return std::nullopt;
  return least(*told(facts), [sign](const SoundWindow& window) -> std::optional<double> {
    if (!window.speech_lufs) return std::nullopt;
    return sign * *window.speech_lufs;
  });
}
std::optional<MediaTime> at_pace(const SoundMetrics& sound, double sign) {
  return least(sound, [sign](const SoundWindow& window) -> std::optional<double> {
    const auto pace = window.syllables_per_s();
    if (!pace) return std::nullopt;
    return sign * *pace;
  });
}

enum class PaceTrouble { kNone, kOutside, kUnusual };
PaceTrouble too_fast_for(const TakeFacts& facts) {
  const SoundMetrics* sound = told(facts);
  if (sound == nullptr || !sound->syllables_per_s) return PaceTrouble::kNone;
  const double pace = *sound->syllables_per_s;
  if (pace_band(pace) == PaceBand::kRushed) return PaceTrouble::kOutside;
  const bool unusual = facts.usual_syllables_per_s && pace > kMiddlePace &&
                       against_usual(pace, *facts.usual_syllables_per_s) == AgainstUsual::kFaster;
  return unusual ? PaceTrouble::kUnusual : PaceTrouble::kNone;
}
PaceTrouble too_slow_for(const TakeFacts& facts) {
  const SoundMetrics* sound = told(facts);
  if (sound == nullptr || !sound->syllables_per_s) return PaceTrouble::kNone;
  const double pace = *sound->syllables_per_s;
  if (pace_band(pace) == PaceBand::kUnhurried) return PaceTrouble::kOutside;
  const bool unusual = facts.usual_syllables_per_s && pace < kMiddlePace &&
                       against_usual(pace, *facts.usual_syllables_per_s) == AgainstUsual::kSlower;
  return unusual ? PaceTrouble::kUnusual : PaceTrouble::kNone;
}

Insight praise(const char* rule, const char* words) {
  return {rule, Message(words), {}, {}, std::nullopt};
}

}  // namespace

std::optional<Insight> nothing_heard(const TakeFacts& facts, Language) {
  if (!facts.sound || facts.sound->lack != SpeechLack::kSilent) return std::nullopt;
  return Insight{
      "no-sound", Message(GLADI_TEXT("Check the microphone before you begin.")),
      Message(GLADI_TEXT("Nothing is heard in this recording.")),
      Message(GLADI_TEXT("On the home screen say a sentence: the bar of the microphone has to move. "
                         "If it doesn't, choose another microphone there.")),
      std::nullopt};
}

std::optional<Insight> no_voice(const TakeFacts& facts, Language) {
  if (!facts.sound || facts.sound->lack != SpeechLack::kNoVoice) return std::nullopt;
  return Insight{"no-voice", Message(GLADI_TEXT("Look for a quieter place, close to the microphone.")),
                 Message(GLADI_TEXT(
                     "There is sound in this recording, but no voice that could be told from music, a hum "
                     "or noise (an estimate).")),
                 Message(GLADI_TEXT(
                     "Turn off music and fans, sit two hands' breadths from the microphone, and listen to "
                     "a short recording first.")),
                 std::nullopt};
}

std::optional<Insight> few_words(const TakeFacts& facts, Language) {
  if (!facts.sound || facts.sound->lack != SpeechLack::kTooLittle || facts.duration < kWorthTalking)
    return std::nullopt;
  return Insight{
      "few-words", Message(GLADI_TEXT("Tell more about each product.")),
      Message(GLADI_TEXT("In this rehearsal you spoke for less than {0} seconds (an estimate)."),
              {std::to_string(SoundMetrics::kLeastSpeech.ms() / 1000)}),
      Message(GLADI_TEXT("Four sentences for each product: what it is, what it is made of, who it is "
                         "for, its price.")),
      std::nullopt};
}

std::optional<Insight> quiet(const TakeFacts& facts, Language) {
  // Loudness alone is no voice: it may be a hum's.
  if (!facts.sound || !facts.integrated_lufs || *facts.integrated_lufs >= SoundMetrics::kQuietLufs)
    return std::nullopt;
  return Insight{
      "quiet", Message(GLADI_TEXT("Come closer to the microphone.")),
      Message(GLADI_TEXT("Your voice is quiet through the whole take: on a phone it would hardly be heard.")),
      Message(GLADI_TEXT("Sit so that your mouth is two hands' breadths from the microphone, and speak as "
                         "you would to somebody across the table.")),
      at_loudness(facts, 1)};
}

std::optional<Insight> clipped(const TakeFacts& facts, Language) {
  if (!facts.sound || facts.sound->clipped_share < SoundMetrics::kClipped) return std::nullopt;
  return Insight{
      "clipped", Message(GLADI_TEXT("Move a little away from the microphone.")),
      Message(GLADI_TEXT("In places the sound is too strong for the microphone and sounds broken.")),
      Message(
          GLADI_TEXT("Leave two hands' breadths between mouth and microphone, or turn the microphone down in "
                     "the computer's settings. There is no need to be loud.")),
      at_loudness(facts, -1)};
}

std::optional<Insight> dead_side(const TakeFacts& facts, Language) {
  if (!facts.sound || facts.sound->dead_side == SoundSides::Dead::kNone) return std::nullopt;
  const bool left = facts.sound->dead_side == SoundSides::Dead::kLeft;
  return Insight{
      "dead-side", Message(GLADI_TEXT("Check the cable of the microphone.")),
      left ? Message(GLADI_TEXT(
                 "Only the right side of the sound was recorded: in one earphone nothing is heard."))
           : Message(GLADI_TEXT(
                 "Only the left side of the sound was recorded: in one earphone nothing is heard.")),
      Message(GLADI_TEXT("Push the plug in all the way, or choose another microphone on the home screen.")),
      std::nullopt};
}

std::optional<Insight> too_fast(const TakeFacts& facts, Language) {
  const PaceTrouble trouble = too_fast_for(facts);
  if (trouble == PaceTrouble::kNone) return std::nullopt;
  return Insight{
      "fast", Message(GLADI_TEXT("Stop for a breath at the end of each sentence.")),
      trouble == PaceTrouble::kOutside
          ? Message(GLADI_TEXT("You spoke faster than is comfortable to follow (an estimate)."))
          : Message(GLADI_TEXT("You spoke clearly faster than in your rehearsals before (an estimate).")),
      Message(GLADI_TEXT("“This cloth is dyed with leaves.” (a breath) “Its price: …” (a breath)")),
      at_pace(*told(facts), -1)};
}

std::optional<Insight> too_slow(const TakeFacts& facts, Language) {
  const PaceTrouble trouble = too_slow_for(facts);
  if (trouble == PaceTrouble::kNone) return std::nullopt;
  return Insight{
      "slow", Message(GLADI_TEXT("Speak a little more fluently.")),
      trouble == PaceTrouble::kOutside
          ? Message(GLADI_TEXT("You spoke more slowly than is comfortable to listen to (an estimate)."))
          : Message(
                GLADI_TEXT("You spoke clearly more slowly than in your rehearsals before (an estimate).")),
      Message(
          GLADI_TEXT("Say what belongs together in one breath: “This is the cloth, and it can be washed at "
                     "home.”")),
      at_pace(*told(facts), 1)};
}

std::optional<Insight> flat(const TakeFacts& facts, Language) {
  const SoundMetrics* sound = told(facts);
  if (sound == nullptr || !sound->pitch_spread_semitones ||
      melody_of(*sound->pitch_spread_semitones) != Melody::kFlat)
    return std::nullopt;
  return Insight{
      "flat", Message(GLADI_TEXT("Let your voice rise at the word that matters.")),
      Message(GLADI_TEXT(
          "Your voice stayed at nearly the same height (an estimate); that is tiring to listen to.")),
      Message(
          GLADI_TEXT("“And this colour… comes from real leaves.” Say one word of each sentence higher, not "
                     "louder.")),
      least(*sound, [](const SoundWindow& window) { return window.pitch_spread_semitones; })};
}

std::optional<Insight> many_held(const TakeFacts& facts, Language) {
  const SoundMetrics* sound = told(facts);
  if (sound == nullptr || sound->held.size() < kManyHeld ||
      a_minute(sound->held.size(), *sound) < kManyHeldAMinute)
    return std::nullopt;
  const auto longest = std::max_element(
      sound->held.begin(), sound->held.end(),
      [](const TakeStretch& a, const TakeStretch& b) { return a.to - a.from < b.to - b.from; });
  return Insight{
      "held", Message(GLADI_TEXT("Be silent for a moment instead of saying “eee”.")),
      Message(GLADI_TEXT("{0} times a sound was held, perhaps an “eee” (an estimate)."),
              {std::to_string(sound->held.size())}),
      Message(GLADI_TEXT("Close your mouth, look at the product, breathe, then go on: a short silence sounds "
                         "sure of itself.")),
      longest->from};
}

std::optional<Insight> lively(const TakeFacts& facts, Language) {
  const SoundMetrics* sound = told(facts);
  if (sound == nullptr || !sound->pitch_spread_semitones ||
      melody_of(*sound->pitch_spread_semitones) != Melody::kLively)
    return std::nullopt;
  return praise("lively", GLADI_TEXT("Your voice is lively (an estimate)"));
}

std::optional<Insight> good_pace(const TakeFacts& facts, Language) {
  const SoundMetrics* sound = told(facts);
  if (sound == nullptr || !sound->syllables_per_s ||
      pace_band(*sound->syllables_per_s) != PaceBand::kComfortable ||
      too_fast_for(facts) != PaceTrouble::kNone || too_slow_for(facts) != PaceTrouble::kNone)
    return std::nullopt;
  return praise("pace", GLADI_TEXT("You speak at a pace that is easy to follow (an estimate)"));
}

std::optional<Insight> short_pauses(const TakeFacts& facts, Language) {
  const SoundMetrics* sound = told(facts);
  if (sound == nullptr || sound->speech < kEnoughToPraise) return std::nullopt;
  size_t used = 0;
  for (const TakeStretch& pause : sound->pauses) {
    if (pause.to - pause.from >= SoundMetrics::kLongPause) return std::nullopt;
    ++used;
  }
  if (a_minute(used, *sound) < kPausesAMinute) return std::nullopt;
  return praise("pauses", GLADI_TEXT("You give viewers time with short pauses (an estimate)"));
}

std::optional<Insight> few_held(const TakeFacts& facts, Language) {
  const SoundMetrics* sound = told(facts);
  if (sound == nullptr || sound->speech < kEnoughToPraise ||
      a_minute(sound->held.size(), *sound) > kFewHeldAMinute)
    return std::nullopt;
  return praise("no-eee", GLADI_TEXT("You speak without “eee” (an estimate)"));
}

std::optional<Insight> clear_voice(const TakeFacts& facts, Language) {
  if (!facts.integrated_lufs || *facts.integrated_lufs < kClearLufs || *facts.integrated_lufs > kLoudLufs)
    return std::nullopt;
  const SoundMetrics* sound = told(facts);
  if (sound == nullptr || sound->clipped_share >= SoundMetrics::kClipped ||
      sound->dead_side != SoundSides::Dead::kNone)
    return std::nullopt;
  return praise("clear-voice", GLADI_TEXT("Your voice could be heard well"));
}

}  // namespace gladi::feedback_rules
