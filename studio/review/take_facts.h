// What is known of a take, as numbers: for the review, the feedback and reports. Journal and certificate are
// exact; what was heard and seen are estimates.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "studio/coaching/picture_metrics.h"
#include "studio/coaching/sound_metrics.h"
#include "studio/session/session.h"
#include "studio/session/take_event.h"

namespace gladi {

// One segment of the plan with all stretches in which it ran.
struct SegmentFact {
  int segment = 0;  // index in the rundown
  LocalText title;
  bool product = false;
  MediaTime planned;
  MediaTime ran;                   // 0: never
  std::optional<MediaTime> first;  // when it ran first
  std::optional<bool>
      price_said;  // its key point with the price was ticked off; nothing where none was ticked
};

// Within ±10 % of the plan a segment is on time (COACHING: time per product).
enum class AgainstPlan { kNeverRan, kShorter, kOnTime, kLonger };
AgainstPlan against_plan(const SegmentFact& segment);

struct MissedLine {
  MediaTime shown;
  std::string author;
  std::string text;
};

// Lines that wait for an answer. One that came in the take's last 30 s and got none is left out: there was no
// time.
struct ReplyFacts {
  static constexpr MediaTime kQuick = MediaTime::from_ms(10'000);  // COACHING: a good reply
  static constexpr MediaTime kLate = MediaTime::from_ms(30'000);   // more is missed

  int asked = 0;
  int too_late = 0;                 // the lines that are left out
  int answered = 0;                 // within kLate
  int quick = 0;                    // of these, within kQuick
  std::optional<MediaTime> median;  // of those that are counted as answered
  std::vector<MissedLine> missed;   // by time
};

struct SilenceFact {
  MediaTime start;  // of the silence itself, before it was noticed
  MediaTime length;
  bool moving = false;  // something moves in the picture meanwhile: no dead air
};

struct TakeFacts {
  MediaTime duration;
  std::vector<SegmentFact> segments;  // in the plan's order
  ReplyFacts replies;
  std::vector<SilenceFact> silences;  // by time, as they were noticed while she rehearsed
  int rude = 0;                       // lines that should be muted
  int muted = 0;                      // of these
  int orders = 0;
  int64_t sold_rupiah = 0;
  int most_viewers = 0;
  int markers = 0;
  std::optional<double> integrated_lufs;
  std::optional<PictureMetrics> picture;        // nothing where nobody looked
  std::optional<SoundMetrics> sound;            // nothing where it isn't measured (yet)
  std::optional<double> usual_syllables_per_s;  // of her takes before; nothing where they are too few

  // Of the measured sound, from SilenceWatch::kSilentAfter on; until it is measured those that were noticed
  // while she rehearsed. Estimates.
  std::vector<SilenceFact> long_silences() const;
};

// `events` by time, as read_journal gives them. Without what the analysers heard: whoever has that fills it
// in.
TakeFacts take_facts(const Session& session, const std::vector<TakeEvent>& events);

// With the kept metrics.json and cache/pictures.json, where those are of these files and of the analysers of
// today. Reads files: not on the main thread. Where it is missing a MeasureDesk makes it.
TakeFacts facts_of_take(const std::filesystem::path& session_folder, const Session& session,
                        const std::vector<TakeEvent>& events);

}  // namespace gladi
