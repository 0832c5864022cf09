// What gives way when the computer can't keep up, in which order, and when.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "encoder/base/media_time.h"
#include "encoder/base/message.h"

namespace gladi {

// Each step includes those before it. Sound and the file's constant rate are never touched.
enum class OverloadStep {
  kNone,
  kPreview,   // the window shows the feed a few times a second only
  kOverlays,  // what moves by itself on the feed stands still, and is drawn once a second at most
  kPictures,  // every second frame shows the picture before it again
};

// For the journal; never translated: "none", "preview", "overlays", "pictures".
const char* name_of(OverloadStep step);
// For people: what gives way and that the take is safe. Empty for kNone.
Message words_of(OverloadStep step);

// Plain value, one thread. Goes down a step where there is trouble in several moments of a short span, so
// that a single hiccup costs nothing, and waits between two steps until the first can have helped. It never
// goes up: a take whose picture changes back and forth is worse than one that stays simple. So in an hour
// hiccups must not add up: trouble after a calm minute is forgiven once more. Each take gets a new ladder.
class OverloadLadder {
 public:
  struct Load {
    int64_t lost_frames = 0;     // by the engine's own fault, since the take's start
    double encoder_backlog = 0;  // 0..1 of what may wait for the encoder
  };

  static constexpr MediaTime kSpan = MediaTime::from_ms(5000);
  static constexpr int kTroubles = 4;  // readings with trouble within kSpan that make a step
  // A reading that comes this late is trouble too, and counts twice: whoever reads doesn't get its turn.
  static constexpr MediaTime kLateReading = MediaTime::from_ms(500);
  static constexpr double kBacklog = 0.75;                             // from here on a reading is trouble
  static constexpr MediaTime kReadingEvery = MediaTime::from_ms(100);  // closer readings are one
  static constexpr MediaTime kSettle = MediaTime::from_ms(2000);
  // Viewers see the picture rate for the rest of the take: it gives way where trouble lasts.
  static constexpr MediaTime kSettleBeforePictures = MediaTime::from_ms(6000);
  static constexpr MediaTime kCalm = MediaTime::from_ms(60'000);

  // Call it several times a second. A value where a step has just been gone.
  std::optional<OverloadStep> observe(const Load& load, MediaTime now);
  OverloadStep step() const { return step_; }

 private:
  OverloadStep step_ = OverloadStep::kNone;
  std::optional<MediaTime> read_at_;
  int64_t lost_before_ = 0;
  std::deque<MediaTime> troubles_;
  std::optional<MediaTime> settled_at_;  // trouble before this is the old step's
  MediaTime burst_at_;                   // when there was trouble enough for a step, taken or not
};

}  // namespace gladi
