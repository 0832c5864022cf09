// What happens during a take, each with its time since the take's start.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "encoder/base/media_time.h"
#include "studio/coaching/picture_sample.h"
#include "studio/session/audience_event.h"

namespace gladi {

struct TakeStarted {
  std::string session_id;
};
struct SegmentStarted {
  int segment = 0;         // index in the rundown
  std::string product_id;  // empty for opening, questions and closing
};
struct MarkerSet {
  std::string label;
};
// Somebody who watched the take said something about this moment, with a key: a comment of hers, kept here
// until the take is over.
struct LiveComment {
  std::string comment_id;     // UUID
  std::string reviewer_id;    // UUID: a trainer's, or the session's own where nobody said who it was
  std::string reviewer_name;  // empty: an observer
  std::string text;
};
// The host has said a key point and ticked it off, or has taken the tick back.
struct PointTicked {
  int segment = 0;  // index in the rundown
  int point =
      0;  // index in the segment's key points; one more than they are: the price line that Gladi added
  bool said = true;
  bool price = false;  // the point names the product's price
};
struct LayoutChanged {
  std::string layout;
};
// Which overlays are hidden from the event's time on; the other ones are shown.
struct OverlaysChanged {
  std::vector<std::string> hidden;  // as feed_part_choices names them
};
// Picture or sound was missing from the event's time on, for `length`.
struct Gap {
  std::string track;  // "camera" or "microphone"
  MediaTime length;
  std::string reason;
};
struct CountersNoted {
  int64_t frames = 0;
  int64_t repeated = 0;
};
// The computer can't keep up: what gives way from the event's time on.
struct Overloaded {
  std::string step;  // "preview", "overlays", "pictures"
};
// An encoder failed: the take goes on in a new part with another one.
struct EncoderReplaced {
  std::string failed;   // in words, as TakePart::encoder
  std::string encoder;  // what records from now on
};
struct TakeEnded {
  std::string reason;  // "stopped", "disk", "signal"
};
// After the take, before any result was shown: how the person herself found it.
struct SelfRated {
  static constexpr int kLevels = 3;
  int level = 0;     // 1 (not satisfied yet) to kLevels; 0: she went on without an answer
  std::string wish;  // what she wants to do better, in her words; may be empty
};
// The camera's picture was looked at, once or twice a second.
struct PictureSeen {
  PictureSample sample;
};

struct TakeEvent {
  MediaTime at;
  std::variant<TakeStarted, SegmentStarted, MarkerSet, PointTicked, LayoutChanged, Gap, CountersNoted,
               Overloaded, EncoderReplaced, TakeEnded, ChatShown, ChatAnswered, ChatMissed, ChatPinned,
               ChatMuted, OrderPlaced, StockChanged, SoldOut, FlashSaleStarted, FlashSaleEnded,
               AudienceSampled, SilenceStarted, SilenceEnded, CueShown, SelfRated, OverlaysChanged,
               LiveComment, PictureSeen>
      what;
};

}  // namespace gladi
