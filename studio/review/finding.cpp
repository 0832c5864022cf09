#include "studio/review/finding.h"

#include <algorithm>
#include <array>

#include "studio/coaching/pitch_spread.h"
#include "studio/text/format.h"

namespace gladi {
namespace {

struct KindName {
  FindingKind kind;
  const char* name;
};
constexpr std::array<KindName, 14> kNames{{{FindingKind::kDeadAir, "dead-air"},
                                           {FindingKind::kLongPause, "long-pause"},
                                           {FindingKind::kTooQuiet, "too-quiet"},
                                           {FindingKind::kSlow, "slow"},
                                           {FindingKind::kFast, "fast"},
                                           {FindingKind::kFlat, "flat"},
                                           {FindingKind::kHeld, "held"},
                                           {FindingKind::kOutOfFrame, "out-of-frame"},
                                           {FindingKind::kTurnedAway, "turned-away"},
                                           {FindingKind::kDark, "dark"},
                                           {FindingKind::kBacklit, "backlit"},
                                           {FindingKind::kBlurred, "blurred"},
                                           {FindingKind::kShaking, "shaking"},
                                           {FindingKind::kSeveral, "several"}}};

// A window at the take's end may be short: what little was said in it says nothing.
bool tells(const SoundWindow& window) {
  return window.speech >= SoundWindow::kLeastSpeech;
}

bool too_quiet(const SoundWindow& w) {
  return w.speech_lufs && *w.speech_lufs < SoundMetrics::kQuietLufs;
}
bool slow(const SoundWindow& w) {
  const auto pace = w.syllables_per_s();
  return pace && *pace < SoundMetrics::kSlowest;
}
bool fast(const SoundWindow& w) {
  const auto pace = w.syllables_per_s();
  return pace && *pace > SoundMetrics::kFastest;
}
bool flat(const SoundWindow& w) {
  return w.pitch_spread_semitones && *w.pitch_spread_semitones < PitchSpread::kFlat;
}

void add_windows(std::vector<TakeFinding>& findings, const SoundMetrics& sound, FindingKind kind,
                 bool (*holds)(const SoundWindow&)) {
  bool before = false;
  for (const SoundWindow& window : sound.windows) {
    const bool here = tells(window) && holds(window);
    if (here && before) {
      findings.back().at.to = window.at.to;
    } else if (here) {
      findings.push_back({kind, window.at});
    }
    before = here;
  }
}

}  // namespace

const char* name_of(FindingKind kind) {
  for (const KindName& known : kNames) {
    if (known.kind == kind) return known.name;
  }
  return "";
}

std::string TakeFinding::id() const {
  return std::string(name_of(kind)) + "-" + std::to_string(at.from.ms());
}

Message TakeFinding::words(Language language) const {
  const auto with_length = [&](const char* id, int decimals) {
    return Message(id, {format_number(length().seconds(), decimals, language)});
  };
  switch (kind) {
    case FindingKind::kDeadAir:
      return with_length(GLADI_TEXT("Nothing said for {0} s"), 0);
    case FindingKind::kLongPause:
      return with_length(GLADI_TEXT("A long pause, {0} s"), 1);
    case FindingKind::kTooQuiet:
      return Message(GLADI_TEXT("The voice is hard to hear"));
    case FindingKind::kSlow:
      return Message(GLADI_TEXT("Slow speech"));
    case FindingKind::kFast:
      return Message(GLADI_TEXT("Fast speech"));
    case FindingKind::kFlat:
      return Message(GLADI_TEXT("The voice hardly moves up and down"));
    case FindingKind::kHeld:
      return Message(GLADI_TEXT("Perhaps a held “eee”"));
    case FindingKind::kOutOfFrame:
      return with_length(GLADI_TEXT("No face in the picture for {0} s"), 0);
    case FindingKind::kTurnedAway:
      return with_length(GLADI_TEXT("The face is turned away for {0} s"), 0);
    case FindingKind::kDark:
      return Message(GLADI_TEXT("The picture is dark"));
    case FindingKind::kBacklit:
      return Message(GLADI_TEXT("The light comes from behind"));
    case FindingKind::kBlurred:
      return Message(GLADI_TEXT("The picture is blurred"));
    case FindingKind::kShaking:
      return Message(GLADI_TEXT("The picture shakes"));
    case FindingKind::kSeveral:
      return Message(GLADI_TEXT("More than one face in the picture"));
  }
  return Message("");
}

std::vector<TakeFinding> findings_in(const SoundMetrics& sound, const PictureMetrics* picture) {
  std::vector<TakeFinding> findings;
  if (sound.lack != SpeechLack::kNone) return findings;
  for (const TakeStretch& pause : sound.pauses) {
    const MediaTime length = pause.to - pause.from;
    if (length < SoundMetrics::kLongPause) continue;
    const bool dead = length > TakeFinding::kDeadAir && (picture == nullptr || !picture->moves_in(pause));
    findings.push_back({dead ? FindingKind::kDeadAir : FindingKind::kLongPause, pause});
  }
  for (const TakeStretch& held : sound.held) findings.push_back({FindingKind::kHeld, held});
  add_windows(findings, sound, FindingKind::kTooQuiet, too_quiet);
  add_windows(findings, sound, FindingKind::kSlow, slow);
  add_windows(findings, sound, FindingKind::kFast, fast);
  add_windows(findings, sound, FindingKind::kFlat, flat);
  sort_by_time(findings);
  return findings;
}

std::vector<TakeFinding> findings_in(const PictureMetrics& picture) {
  std::vector<TakeFinding> findings;
  if (picture.lack != PictureLack::kNone) return findings;
  const auto add = [&findings](FindingKind kind, const std::optional<PictureTrait>& trait) {
    if (!trait) return;
    for (const TakeStretch& stretch : trait->where) findings.push_back({kind, stretch});
  };
  add(FindingKind::kOutOfFrame, picture.out_of_frame);
  add(FindingKind::kTurnedAway, picture.turned_away);
  add(FindingKind::kDark, picture.dark);
  add(FindingKind::kBacklit, picture.backlit);
  add(FindingKind::kBlurred, picture.blurred);
  add(FindingKind::kShaking, picture.shaking);
  add(FindingKind::kSeveral, picture.several);
  sort_by_time(findings);
  return findings;
}

std::vector<TakeFinding> findings_in(const std::optional<SoundMetrics>& sound,
                                     const std::optional<PictureMetrics>& picture) {
  std::vector<TakeFinding> findings;
  if (sound) findings = findings_in(*sound, picture ? &*picture : nullptr);
  if (picture) {
    const std::vector<TakeFinding> seen = findings_in(*picture);
    findings.insert(findings.end(), seen.begin(), seen.end());
  }
  sort_by_time(findings);
  return findings;
}

void sort_by_time(std::vector<TakeFinding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const TakeFinding& a, const TakeFinding& b) {
    return a.at.from != b.at.from ? a.at.from < b.at.from : a.length() > b.length();
  });
}

}  // namespace gladi
