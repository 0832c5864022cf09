// A short piece of sound as the analysers of speech see it: one each 10 ms.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "encoder/base/media_time.h"

namespace gladi {

// A period that the sound may have, and how sure that is.
struct PitchCandidate {
  float hz = 0;        // 0: no voice
  float strength = 0;  // of 1, the sound's likeness to itself a period later, less a little for low pitch
};

// What one window of 40 ms holds. Frame k is the middle of its window: k / 100 s of the sound.
struct SoundFrame {
  static constexpr int kPerSecond = 100;
  static constexpr int kMostCandidates = 8;
  static constexpr int kBands = 18;
  static constexpr float kNoLevelDb = -120;

  int64_t index = 0;
  bool recorded = true;           // false where there was no sound at all: between parts, or digital silence
  float level_db = kNoLevelDb;    // 200 to 7500 Hz, where voices are and hum is not; 0 dB is a full sine
  float nucleus_db = kNoLevelDb;  // 250 to 3500 Hz: what vowels are made of
  float peak = 0;                 // the largest sample of its middle
  std::array<float, kBands> bands{};  // dB, 100 to 4000 Hz in steps that the ear finds even
  std::array<PitchCandidate, kMostCandidates> candidates{};
  int candidate_count = 0;

  std::span<const PitchCandidate> pitches() const {
    return std::span(candidates).first(static_cast<size_t>(candidate_count));
  }
};

constexpr MediaTime time_of_frame(int64_t index) {
  return MediaTime::from_count(index, SoundFrame::kPerSecond);
}

// The same once it is known what was going on.
struct SettledFrame {
  SoundFrame sound;
  float hz = 0;           // 0: not voiced
  bool speaking = false;  // inside a stretch of speech, short gaps included
  float voice_db = 0;     // how loud the voice is at this place of the take: level_db of its loud parts
};

}  // namespace gladi
