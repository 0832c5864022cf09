#include "studio/review/take_facts.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "studio/coaching/take_metrics.h"
#include "studio/coaching/take_pictures.h"
#include "studio/rehearsal/silence_watch.h"
#include "studio/session/journal.h"

namespace gladi {
namespace {

// A question and what became of it.
struct Asked {
  MediaTime shown;
  std::string author;
  std::string text;
  std::optional<MediaTime> after;
};

MediaTime median_of(std::vector<MediaTime> times) {
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  if (times.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(times.begin(), middle)) / 2;
}

ReplyFacts reply_facts(const std::map<int64_t, Asked>& lines, MediaTime duration) {
  ReplyFacts facts;
  std::vector<MediaTime> times;
  for (const auto& [number, line] : lines) {
    const bool answered = line.after && *line.after <= ReplyFacts::kLate;
    if (!answered && line.shown + ReplyFacts::kLate > duration) {
      ++facts.too_late;
      continue;
    }
    ++facts.asked;
    if (!answered) {
      facts.missed.push_back({line.shown, line.author, line.text});
      continue;
    }
    times.push_back(*line.after);
    ++facts.answered;
    facts.quick += *line.after <= ReplyFacts::kQuick;
  }
  std::sort(facts.missed.begin(), facts.missed.end(),
            [](const MissedLine& a, const MissedLine& b) { return a.shown < b.shown; });
  if (!times.empty()) facts.median = median_of(std::move(times));
  return facts;
}

// Collects what single events tell.
class Collector {
 public:
  Collector(TakeFacts& facts, MediaTime duration) : facts_(facts), duration_(duration) {}

  void add(const TakeEvent& event) {
    at_ = event.at;
    std::visit([this](const auto& what) { note(what); }, event.what);
  }
  void finish() {
    if (silent_since_) close_silence(duration_);
    facts_.replies = reply_facts(questions_, duration_);
    for (const auto& [place, said] : prices_) {
      for (SegmentFact& segment : facts_.segments) {
        if (segment.segment == place) segment.price_said = said;
      }
    }
    if (!any_tick_) return;
    // Whoever ticks points off would have ticked the price too.
    for (SegmentFact& segment : facts_.segments) {
      if (segment.product && segment.first && !segment.price_said) segment.price_said = false;
    }
  }

 private:
  template <class Other>
  void note(const Other&) {}
  void note(const ChatShown& line) {
    if (line.expects == "answer") questions_[line.chat] = {at_, line.author, line.text, {}};
    if (line.expects == "mute") ++facts_.rude;
  }
  void note(const ChatAnswered& answer) {
    const auto found = questions_.find(answer.chat);
    if (found != questions_.end()) found->second.after = answer.after;
  }
  void note(const ChatMuted&) { ++facts_.muted; }
  void note(const OrderPlaced& order) {
    ++facts_.orders;
    facts_.sold_rupiah += order.price_rupiah * order.quantity;
  }
  void note(const AudienceSampled& sample) {
    facts_.most_viewers = std::max(facts_.most_viewers, sample.viewers);
  }
  void note(const MarkerSet&) { ++facts_.markers; }
  void note(const PointTicked& tick) {
    any_tick_ = any_tick_ || tick.said;
    if (tick.price) prices_[tick.segment] = tick.said;
  }
  void note(const SilenceStarted&) {
    if (!silent_since_) silent_since_ = std::max(at_ - SilenceWatch::kSilentAfter, MediaTime{});
  }
  void note(const SilenceEnded&) {
    if (silent_since_) close_silence(at_);
  }
  void close_silence(MediaTime end) {
    const MediaTime until = std::min(end, duration_);
    if (until > *silent_since_) facts_.silences.push_back({*silent_since_, until - *silent_since_});
    silent_since_.reset();
  }

  TakeFacts& facts_;
  const MediaTime duration_;
  MediaTime at_;
  std::map<int64_t, Asked> questions_;
  std::map<int, bool> prices_;  // by segment
  bool any_tick_ = false;
  std::optional<MediaTime> silent_since_;
};

// A product's segment without a title of its own takes the product's name (rundown.h).
LocalText title_of(const Segment& segment, const std::vector<Product>& products) {
  if (!segment.title.indonesian.empty()) return segment.title;
  const auto is_it = [&](const Product& product) { return product.id == segment.product_id; };
  const auto product = std::find_if(products.begin(), products.end(), is_it);
  return product == products.end() ? segment.title : product->name;
}

std::vector<SegmentFact> segment_facts(const Session& session, const std::vector<TakeEvent>& events) {
  std::vector<SegmentFact> facts;
  for (size_t i = 0; i < session.rundown.segments.size(); ++i) {
    const Segment& segment = session.rundown.segments[i];
    facts.push_back({static_cast<int>(i),
                     title_of(segment, session.products),
                     segment.kind == SegmentKind::kProduct,
                     segment.planned,
                     {},
                     {},
                     {}});
  }
  for (const RunSegment& run : segments_as_run(events, session.duration)) {
    if (run.segment < 0 || static_cast<size_t>(run.segment) >= facts.size()) continue;
    SegmentFact& fact = facts[static_cast<size_t>(run.segment)];
    fact.ran = fact.ran + (run.end - run.start);
    if (!fact.first) fact.first = run.start;
  }
  return facts;
}

}  // namespace

AgainstPlan against_plan(const SegmentFact& segment) {
  if (!segment.first) return AgainstPlan::kNeverRan;
  const MediaTime off = segment.ran - segment.planned;
  if (abs(off) <= segment.planned / 10) return AgainstPlan::kOnTime;
  return off.ns > 0 ? AgainstPlan::kLonger : AgainstPlan::kShorter;
}

std::vector<SilenceFact> TakeFacts::long_silences() const {
  std::vector<SilenceFact> heard;
  if (!sound) heard = silences;
  if (sound) {
    for (const TakeStretch& pause : sound->pauses) {
      if (pause.to - pause.from >= SilenceWatch::kSilentAfter)
        heard.push_back({pause.from, pause.to - pause.from});
    }
  }
  for (SilenceFact& silence : heard)
    silence.moving = picture && picture->moves_in({silence.start, silence.start + silence.length});
  return heard;
}

TakeFacts take_facts(const Session& session, const std::vector<TakeEvent>& events) {
  TakeFacts facts;
  facts.duration = session.duration;
  facts.segments = segment_facts(session, events);
  if (session.loudness) facts.integrated_lufs = session.loudness->integrated_lufs;
  Collector collector(facts, session.duration);
  for (const TakeEvent& event : events) collector.add(event);
  collector.finish();
  const PictureMetrics picture = picture_metrics_of(events, session.duration);
  if (picture.lack != PictureLack::kNotSeen) facts.picture = picture;
  return facts;
}

TakeFacts facts_of_take(const std::filesystem::path& session_folder, const Session& session,
                        const std::vector<TakeEvent>& events) {
  TakeFacts facts = take_facts(session, events);
  if (auto kept = load_metrics(session_folder, session)) facts.sound = std::move(*kept);
  const PictureMetrics seen = known_picture_metrics(session_folder, session, events);
  if (seen.lack != PictureLack::kNotSeen) facts.picture = seen;
  return facts;
}

}  // namespace gladi
