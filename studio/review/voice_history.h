// How a person spoke in her rehearsals before a take: what the take is compared with. Hers only.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "studio/session/session.h"

namespace gladi {

// One earlier take; estimates. Empty where too little was heard in it.
struct EarlierVoice {
  WallTime started_at;
  std::optional<double> syllables_per_s;
  std::optional<double> pitch_spread_semitones;
};

struct VoiceHistory {
  static constexpr size_t kMost = 6;    // takes; what lies further back is another voice
  static constexpr size_t kFewest = 2;  // of fewer nothing is usual

  std::vector<EarlierVoice> takes;                // by time
  std::vector<std::filesystem::path> unmeasured;  // of these: their sound isn't measured yet

  // The median of her earlier takes.
  std::optional<double> usual_syllables_per_s() const;
};

// Of the last kMost takes of this session's person before it. Looks into the library's index and the takes'
// kept metrics: not on the main thread.
VoiceHistory voice_before(const std::filesystem::path& library_root, const Session& session);

}  // namespace gladi
