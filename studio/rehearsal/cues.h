// Coaching while a take runs: at most one short, kind line in twenty seconds, or none at all.
#pragma once

#include <optional>
#include <string>

#include "encoder/base/media_time.h"
#include "encoder/base/message.h"

namespace gladi {

struct Cue {
  std::string kind;  // as in the journal: "silence", "question", "price", "quiet", "face"
  Message what;
  Message how;  // what to do, one line
};

// What is known at a moment; what isn't stays empty and is never guessed.
struct CueInput {
  MediaTime now;
  MediaTime silent_for;                // the host has said nothing
  std::optional<MediaTime> still_for;  // nothing moves in the picture; nothing: nobody looks
  int waiting = 0;                     // questions without an answer
  MediaTime oldest_waiting_for;
  // Share of the segment's planned time that has passed, when a product is on show.
  std::optional<double> segment_share;
  std::optional<bool> price_said;  // as far as its key point has been ticked off; nothing: don't ask
  MediaTime too_quiet_for;         // spoken, but hardly to be heard
  MediaTime face_away_for;         // 0 while nothing looks for the face, or none has ever been seen
};

// One thread.
class Cues {
 public:
  static constexpr MediaTime kAtMostEvery = MediaTime::from_ms(20'000);
  static constexpr MediaTime kShownFor = MediaTime::from_ms(8'000);
  // From when on each is worth a word.
  static constexpr MediaTime kSilence = MediaTime::from_ms(6'000);  // hands may be showing something
  static constexpr MediaTime kDeadAir = MediaTime::from_ms(4'000);  // and nothing moves either (COACHING)
  static constexpr MediaTime kQuestion = MediaTime::from_ms(15'000);
  static constexpr double kPriceByShare = 0.5;
  static constexpr MediaTime kTooQuiet = MediaTime::from_ms(10'000);
  static constexpr MediaTime kFaceAway = MediaTime::from_ms(4'000);

  explicit Cues(bool on) : on_(on) {}

  // The line to be shown now. `is_new()` is true in the call in which it appears.
  const std::optional<Cue>& update(const CueInput& input);
  bool is_new() const { return is_new_; }

 private:
  static std::optional<Cue> due(const CueInput& input);

  const bool on_;
  bool is_new_ = false;
  std::optional<Cue> shown_;
  std::optional<MediaTime> shown_at_;
};

}  // namespace gladi
