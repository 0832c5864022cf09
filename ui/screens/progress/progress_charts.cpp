#include <algorithm>
#include <cmath>
#include <functional>

#include "studio/coaching/pitch_spread.h"
#include "studio/coaching/sound_words.h"
#include "studio/review/finding.h"
#include "studio/session/take_event.h"
#include "studio/text/format.h"
#include "ui/screens/feedback/feedback_screen.h"
#include "ui/screens/progress/progress_model.h"

namespace gladi {
namespace {

using Value = std::function<std::optional<double>(const ProgressPoint&)>;
using Words = std::function<std::string(double)>;

// What a chart is of, whoever's takes it shows.
struct ChartKind {
  std::string id;
  std::string title;
  double lowest = 0, highest = 1;
  Value value;
  Words words;
  std::optional<ChartBand> band = {};
};

std::optional<double> share_of(int part, int whole) {
  if (whole == 0) return {};
  return static_cast<double>(part) / whole;
}

// Every criterion that any of the takes has, in the order in which they come.
std::vector<CriterionLevel> criteria_of(const std::vector<ProgressPoint>& points) {
  std::vector<CriterionLevel> all;
  for (const ProgressPoint& point : points) {
    for (const CriterionLevel& level : point.scores) {
      const bool known = std::any_of(all.begin(), all.end(), [&](const CriterionLevel& other) {
        return other.criterion == level.criterion;
      });
      if (!known) all.push_back(level);
    }
  }
  return all;
}

constexpr double kLoudLufs = -12;  // above it platforms turn it down

const char* loudness_in_words(double lufs, const Translator& translator) {
  if (lufs < SoundMetrics::kQuietLufs) return translator.tr("quiet");
  return lufs > kLoudLufs ? translator.tr("loud") : translator.tr("just right");
}

// `points`: of all that is shown, for the criteria.
std::vector<ChartKind> chart_kinds(const std::vector<ProgressPoint>& points, const Translator& translator,
                                   bool trainer) {
  const Language language = translator.language();
  const auto seconds = [&translator, language](double s) {
    return translator.tr("{0} s", {format_number(s, 0, language)});
  };
  std::vector<ChartKind> kinds;
  kinds.push_back({"time", translator.tr("Parts of the plan on time"), 0, 1,
                   [](const ProgressPoint& p) { return share_of(p.on_time, p.parts); }, format_percent});
  kinds.push_back({"answered", translator.tr("Questions answered"), 0, 1,
                   [](const ProgressPoint& p) { return share_of(p.replies.answered, p.replies.asked); },
                   format_percent});
  kinds.push_back({"reply", translator.tr("Time until an answer"), 0, 20,
                   [](const ProgressPoint& p) {
                     return p.replies.median ? std::optional(p.replies.median->seconds()) : std::nullopt;
                   },
                   seconds, ChartBand{0, ReplyFacts::kQuick.seconds()}});
  kinds.push_back({"loudness", translator.tr("Loudness of the recording"), -40, -10,
                   [](const ProgressPoint& p) { return p.integrated_lufs; },
                   [&translator, language, trainer](double lufs) {
                     return trainer ? format_number(lufs, 0, language) + " LUFS"
                                    : std::string(loudness_in_words(lufs, translator));
                   },
                   ChartBand{SoundMetrics::kQuietLufs, kLoudLufs}});
  kinds.push_back({"pace", translator.tr("Pace (an estimate)"), 2, 8,
                   [](const ProgressPoint& p) { return p.syllables_per_s; },
                   [&translator](double pace) { return translator.tr(pace_in_words(pace_band(pace))); },
                   ChartBand{SoundMetrics::kSlowest, SoundMetrics::kFastest}});
  kinds.push_back({"melody", translator.tr("Liveliness of the voice (an estimate)"), 0, 5,
                   [](const ProgressPoint& p) { return p.pitch_spread_semitones; },
                   [&translator](double spread) { return translator.tr(melody_in_words(melody_of(spread))); },
                   ChartBand{PitchSpread::kLively, 5}});
  kinds.push_back({"pause", translator.tr("Longest time without a word (an estimate)"), 0, 10,
                   [](const ProgressPoint& p) {
                     return p.longest_pause ? std::optional(p.longest_pause->seconds()) : std::nullopt;
                   },
                   seconds, ChartBand{0, TakeFinding::kDeadAir.seconds()}});
  kinds.push_back({"face", translator.tr("Face in the picture (an estimate)"), 0, 1,
                   [](const ProgressPoint& p) { return p.face_share; }, format_percent});
  kinds.push_back({"own", translator.tr("How you found it yourself"), 1, SelfRated::kLevels,
                   [](const ProgressPoint& p) {
                     return p.own_level > 0 ? std::optional(static_cast<double>(p.own_level)) : std::nullopt;
                   },
                   [&translator](double level) {
                     return translator.tr(look_of_level(static_cast<int>(std::lround(level))).word);
                   }});
  for (const CriterionLevel& criterion : criteria_of(points)) {
    kinds.push_back({"score." + criterion.criterion, criterion.name.in(language), 1,
                     static_cast<double>(criterion.levels),
                     [id = criterion.criterion](const ProgressPoint& p) -> std::optional<double> {
                       for (const CriterionLevel& level : p.scores) {
                         if (level.criterion == id) return level.level;
                       }
                       return {};
                     },
                     [language](double level) {
                       return format_number(level, level == static_cast<int>(level) ? 0 : 1, language);
                     }});
  }
  return kinds;
}

}  // namespace

std::vector<ProgressChart> progress_charts(const std::vector<ProgressPoint>& points,
                                           const Translator& translator, bool trainer) {
  std::vector<ProgressChart> charts;
  for (const ChartKind& kind : chart_kinds(points, translator, trainer)) {
    ProgressChart chart{kind.id, kind.title, {}, {}, kind.lowest, kind.highest, {}, kind.band, {}};
    for (const ProgressPoint& point : points) {
      chart.values.push_back(kind.value(point));
      chart.words.push_back(chart.values.back() ? kind.words(*chart.values.back()) : "");
    }
    const auto trend = trend_of(chart.values);
    chart.trend = !trend ? translator.tr("Too few rehearsals for a trend")
                         : translator.tr("Lately {0}, before {1}",
                                         {kind.words(trend->lately), kind.words(trend->before)});
    charts.push_back(std::move(chart));
  }
  return charts;
}

std::vector<ProgressChart> class_charts(const std::vector<std::vector<ProgressPoint>>& people,
                                        const Translator& translator) {
  std::vector<ProgressPoint> all;
  for (const auto& takes : people) all.insert(all.end(), takes.begin(), takes.end());
  std::vector<ProgressChart> charts;
  for (const ChartKind& kind : chart_kinds(all, translator, true)) {
    ProgressChart chart{kind.id, kind.title, {}, {}, kind.lowest, kind.highest, {}, kind.band, {}};
    std::vector<std::vector<std::optional<double>>> values;
    for (const auto& takes : people) {
      values.emplace_back();
      for (const ProgressPoint& point : takes) values.back().push_back(kind.value(point));
    }
    chart.spreads = spread_by_take(values);
    const Spread* last = nullptr;
    for (const std::optional<Spread>& spread : chart.spreads) {
      chart.values.push_back(spread ? std::optional(spread->median) : std::nullopt);
      chart.words.push_back(spread ? kind.words(spread->median) : "");
      if (spread) last = &*spread;
    }
    // The last number that enough people have reached.
    chart.trend =
        last == nullptr
            ? translator.tr("Told from {0} people on", {std::to_string(Spread::kFewest)})
            : translator.tr("Half of {0} people between {1} and {2}",
                            {std::to_string(last->count), kind.words(last->lower), kind.words(last->upper)});
    charts.push_back(std::move(chart));
  }
  return charts;
}

}  // namespace gladi
