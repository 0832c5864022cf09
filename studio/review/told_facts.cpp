#include "studio/review/told_facts.h"

#include <algorithm>
#include <string>

namespace gladi {
namespace {

bool same(const TakeStretch& a, const TakeStretch& b) {
  return a.from == b.from && a.to == b.to;
}

void erase(std::vector<TakeStretch>& stretches, const TakeStretch& gone) {
  std::erase_if(stretches, [&gone](const TakeStretch& stretch) { return same(stretch, gone); });
}

MediaTime sum_of(const std::vector<TakeStretch>& stretches) {
  MediaTime sum;
  for (const TakeStretch& stretch : stretches) sum = sum + (stretch.to - stretch.from);
  return sum;
}

void erase(std::optional<PictureTrait>& trait, const TakeStretch& gone) {
  if (!trait) return;
  const double before = sum_of(trait->where).seconds();
  erase(trait->where, gone);
  if (before > 0) trait->share *= sum_of(trait->where).seconds() / before;
}

// What its windows tell of the kind.
void forget(SoundWindow& window, FindingKind kind) {
  if (kind == FindingKind::kTooQuiet) window.speech_lufs.reset();
  if (kind == FindingKind::kFlat) window.pitch_spread_semitones.reset();
  if (kind == FindingKind::kSlow || kind == FindingKind::kFast) window.speech = {};
}

void take_out(SoundMetrics& sound, const TakeFinding& finding) {
  switch (finding.kind) {
    case FindingKind::kDeadAir:
    case FindingKind::kLongPause:
      return erase(sound.pauses, finding.at);
    case FindingKind::kHeld:
      return erase(sound.held, finding.at);
    default:
      break;
  }
  for (SoundWindow& window : sound.windows) {
    if (window.at.from >= finding.at.from && window.at.to <= finding.at.to) forget(window, finding.kind);
  }
}

std::optional<PictureTrait>* trait_of(PictureMetrics& picture, FindingKind kind) {
  switch (kind) {
    case FindingKind::kOutOfFrame:
      return &picture.out_of_frame;
    case FindingKind::kTurnedAway:
      return &picture.turned_away;
    case FindingKind::kDark:
      return &picture.dark;
    case FindingKind::kBacklit:
      return &picture.backlit;
    case FindingKind::kBlurred:
      return &picture.blurred;
    case FindingKind::kShaking:
      return &picture.shaking;
    case FindingKind::kSeveral:
      return &picture.several;
    default:
      return nullptr;
  }
}

}  // namespace

TakeFacts without_findings(TakeFacts facts, const std::vector<TakeFinding>& dismissed) {
  for (const TakeFinding& finding : dismissed) {
    if (facts.picture) {
      if (auto* trait = trait_of(*facts.picture, finding.kind)) erase(*trait, finding.at);
    }
    if (facts.sound) take_out(*facts.sound, finding);
  }
  return facts;
}

std::set<FindingKind> kinds_gone(const TakeFacts& facts, const std::vector<TakeFinding>& dismissed) {
  std::set<FindingKind> kinds;
  for (const TakeFinding& finding : dismissed) kinds.insert(finding.kind);
  for (const TakeFinding& finding : findings_in(facts.sound, facts.picture)) {
    const bool gone = std::any_of(dismissed.begin(), dismissed.end(),
                                  [&](const TakeFinding& other) { return other.id() == finding.id(); });
    if (!gone) kinds.erase(finding.kind);
  }
  return kinds;
}

}  // namespace gladi
