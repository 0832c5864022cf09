#include "ui/screens/review/as_run.h"

#include <algorithm>
#include <map>

#include "studio/rehearsal/prompter.h"
#include "studio/session/journal.h"

namespace gladi {
namespace {

// Events fall between frames: what they changed is seen from the next frame on.
MediaTime first_frame_at(const Canvas& canvas, MediaTime event) {
  const int64_t nearest = event.to_count(canvas.fps_num, canvas.fps_den);
  return canvas.frame_time(canvas.frame_time(nearest) < event ? nearest + 1 : nearest);
}

std::string title_of(const Session& session, const RunSegment& run, Language language) {
  const auto index = static_cast<size_t>(run.segment);
  if (index < session.rundown.segments.size()) {
    const std::string& own = session.rundown.segments[index].title.in(language);
    if (!own.empty()) return own;
  }
  const auto is_it = [&run](const Product& product) { return product.id == run.product_id; };
  const auto product = std::find_if(session.products.begin(), session.products.end(), is_it);
  return product == session.products.end() ? run.product_id : product->name.in(language);
}

std::string words_of_cue(const std::string& cue, const Translator& translator) {
  if (cue == "silence") return translator.tr("It has gone quiet");
  if (cue == "question") return translator.tr("A question was waiting");
  if (cue == "price") return translator.tr("Has the price been said?");
  if (cue == "quiet") return translator.tr("You can hardly be heard");
  if (cue == "face") return translator.tr("Your face is out of the picture");
  return cue;  // a newer version's
}

std::string words_of_point(const PromptPoint& point, const Translator& translator) {
  const std::string& own = point.text.in(translator.language());
  return own.empty() ? translator.tr(point.usual) : own;
}

}  // namespace

std::vector<ReviewSegment> as_run(const Session& session, const std::vector<TakeEvent>& events,
                                  MediaTime take_duration, const Translator& translator) {
  Catalogue catalogue;
  catalogue.products = session.products;
  Prompter prompter(session.rundown, catalogue, translator.language());
  std::vector<ReviewSegment> segments;
  for (const RunSegment& run : segments_as_run(events, take_duration)) {
    const auto index = static_cast<size_t>(run.segment);
    const bool known = index < session.rundown.segments.size();
    ReviewSegment segment{title_of(session, run, translator.language()),
                          !run.product_id.empty(),
                          run.start,
                          run.end,
                          known ? session.rundown.segments[index].planned : MediaTime{},
                          first_frame_at(session.canvas, run.start)};
    prompter.go_to(run.segment, {});
    const std::vector<PromptPoint>& points = prompter.state().points;
    segment.points = static_cast<int>(points.size());
    std::map<int, MediaTime> ticked;
    for (const TakeEvent& event : events) {
      if (event.at < run.start || event.at >= run.end) continue;
      if (const auto* cue = std::get_if<CueShown>(&event.what)) {
        segment.notes.push_back({ReviewNote::Kind::kCue, event.at, words_of_cue(cue->cue, translator)});
      }
      const auto* tick = std::get_if<PointTicked>(&event.what);
      if (tick == nullptr || tick->segment != run.segment) continue;
      if (tick->said) {
        ticked[tick->point] = event.at;
      } else {
        ticked.erase(tick->point);
      }
    }
    for (const auto& [point, at] : ticked) {
      const auto number = static_cast<size_t>(point);
      if (number >= points.size()) continue;
      segment.notes.push_back({ReviewNote::Kind::kPoint, at, words_of_point(points[number], translator)});
      ++segment.said;
    }
    std::stable_sort(segment.notes.begin(), segment.notes.end(),
                     [](const ReviewNote& a, const ReviewNote& b) { return a.at < b.at; });
    segments.push_back(std::move(segment));
  }
  return segments;
}

}  // namespace gladi
