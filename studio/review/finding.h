// What was found in a take, each with its stretch: the one list from which lanes are drawn, jumps are made,
// and on which people say whether it is right. Estimates, all of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "encoder/base/message.h"
#include "studio/coaching/picture_metrics.h"
#include "studio/coaching/sound_metrics.h"
#include "studio/text/language.h"

namespace gladi {

enum class FindingKind {
  kDeadAir,  // somebody is silent for so long that a live feels over
  kLongPause,
  kTooQuiet,
  kSlow,
  kFast,
  kFlat,
  kHeld,  // perhaps "eee"
  kOutOfFrame,
  kTurnedAway,
  kDark,
  kBacklit,
  kBlurred,
  kShaking,
  kSeveral  // more than one person
};
// As in files and for programs: "dead-air", "held" …
const char* name_of(FindingKind kind);

struct TakeFinding {
  // COACHING: longer is dead air where nothing moves, or nobody looked; other pauses from
  // SoundMetrics::kLongPause on are long ones.
  static constexpr MediaTime kDeadAir = MediaTime::from_ms(4'000);

  FindingKind kind = FindingKind::kLongPause;
  TakeStretch at;

  MediaTime length() const { return at.to - at.from; }
  // The same whenever the same file is measured again: "held-12340", with the start in milliseconds.
  std::string id() const;
  // One short sentence.
  Message words(Language language) const;
};

// By time. Stretches of ten seconds of the same kind that follow one another are one. Nothing where speech
// lacks. `picture`: tells where something moves; may be null.
std::vector<TakeFinding> findings_in(const SoundMetrics& sound, const PictureMetrics* picture = nullptr);
// The same of pictures; nothing where they weren't looked at.
std::vector<TakeFinding> findings_in(const PictureMetrics& picture);
// All that is known of a take.
std::vector<TakeFinding> findings_in(const std::optional<SoundMetrics>& sound,
                                     const std::optional<PictureMetrics>& picture);

// In the order in which they are looked at: by time, longer ones first.
void sort_by_time(std::vector<TakeFinding>& findings);

}  // namespace gladi
