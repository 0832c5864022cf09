#include "studio/share/progress_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>

#include "studio/coaching/pitch_spread.h"
#include "studio/coaching/sound_words.h"
#include "studio/library/take_list.h"
#include "studio/review/finding.h"
#include "studio/review/self_rating.h"
#include "studio/share/html_report.h"
#include "studio/text/format.h"

namespace gladi {
namespace {

struct Kind {
  const char* title;
  double lowest, highest;  // what the axis shows at least
  std::function<std::optional<double>(const ProgressPoint&)> value;
  std::function<std::string(double)> words;
  std::optional<ProgressGraph::Band> band = {};  // in values
};

std::optional<double> share_of(int part, int whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / whole;
}

std::vector<Kind> kinds(const ReportWords& words) {
  const auto seconds = [&words](double s) {
    return words.tr(Message(GLADI_TEXT("{0} s"), {format_number(s, 0, words.language)}));
  };
  return {
      {GLADI_TEXT("Parts of the plan on time"), 0, 1,
       [](const ProgressPoint& p) { return share_of(p.on_time, p.parts); }, format_percent},
      {GLADI_TEXT("Questions answered"), 0, 1,
       [](const ProgressPoint& p) { return share_of(p.replies.answered, p.replies.asked); }, format_percent},
      {GLADI_TEXT("Pace (an estimate)"), 2, 8, [](const ProgressPoint& p) { return p.syllables_per_s; },
       [&words](double pace) { return words.tr(pace_in_words(pace_band(pace))); },
       ProgressGraph::Band{SoundMetrics::kSlowest, SoundMetrics::kFastest}},
      {GLADI_TEXT("Liveliness of the voice (an estimate)"), 0, 5,
       [](const ProgressPoint& p) { return p.pitch_spread_semitones; },
       [&words](double spread) { return words.tr(melody_in_words(melody_of(spread))); },
       ProgressGraph::Band{PitchSpread::kLively, 5}},
      {GLADI_TEXT("Longest time without a word (an estimate)"), 0, 10,
       [](const ProgressPoint& p) {
         return p.longest_pause ? std::optional(p.longest_pause->seconds()) : std::nullopt;
       },
       seconds, ProgressGraph::Band{0, TakeFinding::kDeadAir.seconds()}},
      {GLADI_TEXT("Face in the picture (an estimate)"), 0, 1,
       [](const ProgressPoint& p) { return p.face_share; }, format_percent}};
}

std::optional<ProgressGraph> graph_of(const Kind& kind, const std::vector<ProgressPoint>& points,
                                      const ReportWords& words) {
  std::vector<std::optional<double>> values;
  double low = kind.lowest, high = kind.highest;
  for (const ProgressPoint& point : points) {
    values.push_back(kind.value(point));
    if (!values.back()) continue;
    low = std::min(low, *values.back());
    high = std::max(high, *values.back());
  }
  const auto height = [&](double value) { return 1 - (std::clamp(value, low, high) - low) / (high - low); };
  ProgressGraph graph;
  for (size_t i = 0; i < values.size(); ++i) {
    if (!values[i]) continue;
    graph.places.push_back(
        {static_cast<double>(i) / static_cast<double>(values.size() - 1), height(*values[i])});
    graph.last = kind.words(*values[i]);
  }
  if (graph.places.size() < 2) return std::nullopt;
  graph.title = words.tr(Message(kind.title));
  if (kind.band) graph.band = ProgressGraph::Band{height(kind.band->to), height(kind.band->from)};
  return graph;
}

}  // namespace

std::vector<ProgressPoint> progress_until(const std::filesystem::path& session_folder,
                                          const Session& session) {
  if (session.person_id.empty()) return {};
  std::vector<TakeSummary> takes;
  // <library>/sessions/<take>
  for (ListedTake& listed : takes_by_index(session_folder.parent_path().parent_path()).takes) {
    if (listed.take.person_id == session.person_id && listed.take.started_at <= session.started_at)
      takes.push_back(std::move(listed.take));
  }
  std::sort(takes.begin(), takes.end(),
            [](const TakeSummary& a, const TakeSummary& b) { return a.started_at > b.started_at; });
  std::vector<std::filesystem::path> folders;
  for (const TakeSummary& take : takes) {
    if (folders.size() < kMostTakesInReport && is_self_rated(take.folder)) folders.push_back(take.folder);
  }
  return progress_of(folders, {session.person_id, {}});
}

std::vector<ProgressGraph> progress_graphs(const std::vector<ProgressPoint>& points,
                                           const ReportWords& words) {
  std::vector<ProgressGraph> graphs;
  if (points.size() < 2) return graphs;
  for (const Kind& kind : kinds(words)) {
    if (auto graph = graph_of(kind, points, words)) graphs.push_back(std::move(*graph));
  }
  return graphs;
}

std::string progress_section(const std::vector<ProgressGraph>& graphs, size_t takes,
                             const ReportWords& words) {
  if (graphs.empty()) return {};
  constexpr double kWidth = 240, kHeight = 90, kEdge = 8;
  const auto x = [](double share) { return kEdge + share * (kWidth - 2 * kEdge); };
  const auto y = [](double share) { return kEdge + share * (kHeight - 2 * kEdge); };
  std::string out;
  const auto add = [&out]<class... Values>(fmt::format_string<Values...> text, Values&&... values) {
    fmt::format_to(std::back_inserter(out), text, std::forward<Values>(values)...);
  };
  add("<section><h2>{}</h2><div class=\"progress\">", escape_html(words.tr(Message(GLADI_TEXT("Progress")))));
  for (const ProgressGraph& graph : graphs) {
    add("<figure><figcaption>{}: <b>{}</b></figcaption><svg viewBox=\"0 0 {} {}\">", escape_html(graph.title),
        escape_html(graph.last), kWidth, kHeight);
    if (graph.band) {
      add("<rect x=\"0\" y=\"{:.1f}\" width=\"{}\" height=\"{:.1f}\" fill=\"#dcf3e6\"/>", y(graph.band->from),
          kWidth, y(graph.band->to) - y(graph.band->from));
    }
    out += "<polyline stroke=\"#2c3378\" stroke-width=\"2.5\" points=\"";
    for (const ProgressGraph::Place& place : graph.places) add("{:.1f},{:.1f} ", x(place.x), y(place.y));
    out += "\"/>";
    for (const ProgressGraph::Place& place : graph.places)
      add("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\" fill=\"#2c3378\"/>", x(place.x), y(place.y));
    out += "</svg></figure>";
  }
  add("</div><p class=\"note\">{}</p></section>",
      escape_html(words.tr(Message(
          GLADI_TEXT("The last {0} rehearsals, compared with nobody else's. Green: nothing is to be done."),
          {std::to_string(takes)}))));
  return out;
}

}  // namespace gladi
