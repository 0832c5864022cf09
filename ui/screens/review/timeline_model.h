// What the timeline of a take shows besides its segments, and what it remembers between frames.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "encoder/playback/waveform.h"
#include "ui/screens/review/timeline_span.h"
#include "ui/widgets/texture_ref.h"

namespace gladi {

// A moment that can be pointed at.
struct TimelineMark {
  enum class Kind {
    kChat,    // a line that asked for nothing, or was dealt with
    kMissed,  // a question that nobody answered
    kOrder,
    kMarker,
    kPoint,  // a key point was ticked off
    kCue,    // the host was coached
    kComment,
    kFinding,  // what was measured there; only where the mouse points
  };
  Kind kind = Kind::kMarker;
  MediaTime at;
  std::string words;  // who and what, ready to be read
};

// Where picture, sound or the whole recording is missing.
struct MissingStretch {
  TakeStretch where;
  std::string words;  // what is missing, and for how long
};

struct TimelineModel {
  std::shared_ptr<const Waveform> waveform;  // null: not there (yet)
  std::vector<TakeStretch> quiet;            // dead air
  std::vector<MissingStretch> missing;       // by time
  std::vector<TimelineMark> talk;            // chat and orders, by time
  TextureRef preview;                        // of TimelineView::hover; null: not there (yet)
};

struct TimelineView {
  TimelineSpan span;
  bool scrubbing = false;
  bool moved = false;              // the mouse was moved since it was pressed: the picture follows it
  MediaTime followed;              // where the playhead was when the stretch last followed it
  std::optional<MediaTime> hover;  // what the mouse points at: a preview is wanted
  std::optional<MediaTime> begin;  // of a loop whose end isn't set yet
};

}  // namespace gladi
