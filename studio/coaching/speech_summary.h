// Gathers what the analysers of speech find, and tells it where there is enough of it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "studio/coaching/held_sound_finder.h"
#include "studio/coaching/pitch_spread.h"
#include "studio/coaching/sound_metrics.h"
#include "studio/coaching/syllable_counter.h"
#include "studio/coaching/voice_check.h"

namespace gladi {

// One thread. Not to be moved: its analysers know it.
class SpeechSummary {
 public:
  SpeechSummary();
  SpeechSummary(const SpeechSummary&) = delete;
  SpeechSummary& operator=(const SpeechSummary&) = delete;

  void push(const SettledFrame& frame);
  // Fills in all that concerns speech. The take's loudness has to be there already: windows are measured
  // against it.
  void finish(SoundMetrics& metrics);

 private:
  struct Window {
    int64_t frames = 0;
    int64_t frames_of_speech = 0;
    double power_of_speech = 0;  // sum over its frames
    int syllables = 0;
    PitchSpread spread;
  };
  Window& window(int64_t frame);
  void note_pause(const SettledFrame& frame);

  VoiceCheck check_;
  SyllableCounter syllables_;
  HeldSoundFinder held_finder_;
  std::vector<Window> windows_;
  std::vector<TakeStretch> pauses_;
  std::vector<TakeStretch> held_;
  std::optional<MediaTime> silent_since_;  // after speech
  bool hole_ = false;                      // in this silence: then it is no pause of the speaker's
  bool spoken_ = false;
  bool heard_ = false;  // anything that isn't silence
};

}  // namespace gladi
