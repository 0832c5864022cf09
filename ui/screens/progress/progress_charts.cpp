#include <algorithm>
#include <cmath>
#include <functional>

#include "studio/session/take_event.h"
#include "studio/text/format.h"
#include "ui/screens/feedback/feedback_screen.h"
#include "ui/screens/progress/progress_model.h"

namespace gladi {
namespace {

using Value = std::function<std::optional<double>(const ProgressPoint&)>;
using Words = std::function<std::string(double)>;

class ChartMaker {
 public:
  ChartMaker(const std::vector<ProgressPoint>& points, const Translator& translator)
      : points_(points), translator_(translator) {}

  ProgressChart make(const std::string& id, const std::string& title, double lowest, double highest,
                     const Value& value, const Words& words) const {
    ProgressChart chart{id, title, {}, {}, lowest, highest, {}};
    for (const ProgressPoint& point : points_) {
      chart.values.push_back(value(point));
      chart.words.push_back(chart.values.back() ? words(*chart.values.back()) : "");
    }
    if (const auto trend = trend_of(chart.values)) {
      chart.trend = translator_.tr("Lately {0}, before {1}", {words(trend->lately), words(trend->before)});
    } else {
      chart.trend = translator_.tr("Too few rehearsals for a trend");
    }
    return chart;
  }

 private:
  const std::vector<ProgressPoint>& points_;
  const Translator& translator_;
};

std::string percent(double share) {
  return std::to_string(static_cast<int>(share * 100 + 0.5)) + " %";
}

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

}  // namespace

std::vector<ProgressChart> progress_charts(const std::vector<ProgressPoint>& points,
                                           const Translator& translator) {
  const ChartMaker maker(points, translator);
  const Language language = translator.language();
  std::vector<ProgressChart> charts;
  charts.push_back(maker.make(
      "time", translator.tr("Parts of the plan on time"), 0, 1,
      [](const ProgressPoint& p) { return share_of(p.on_time, p.parts); }, percent));
  charts.push_back(maker.make(
      "answered", translator.tr("Questions answered"), 0, 1,
      [](const ProgressPoint& p) { return share_of(p.replies.answered, p.replies.asked); }, percent));
  charts.push_back(maker.make(
      "reply", translator.tr("Time until an answer"), 0, 20,
      [](const ProgressPoint& p) {
        return p.replies.median ? std::optional(p.replies.median->seconds()) : std::nullopt;
      },
      [&](double s) { return translator.tr("{0} s", {format_number(s, 0, language)}); }));
  charts.push_back(maker.make(
      "loudness", translator.tr("Loudness of the recording"), -40, -10,
      [](const ProgressPoint& p) { return p.integrated_lufs; },
      [&](double lufs) { return format_number(lufs, 0, language) + " LUFS"; }));
  charts.push_back(maker.make(
      "own", translator.tr("How you found it yourself"), 1, SelfRated::kLevels,
      [](const ProgressPoint& p) {
        return p.own_level > 0 ? std::optional(static_cast<double>(p.own_level)) : std::nullopt;
      },
      [&](double level) { return translator.tr(look_of_level(static_cast<int>(std::lround(level))).word); }));
  for (const CriterionLevel& criterion : criteria_of(points)) {
    charts.push_back(maker.make(
        "score." + criterion.criterion, criterion.name.in(language), 1, criterion.levels,
        [id = criterion.criterion](const ProgressPoint& p) -> std::optional<double> {
          for (const CriterionLevel& level : p.scores) {
            if (level.criterion == id) return level.level;
          }
          return {};
        },
        [language](double level) {
          return format_number(level, level == static_cast<int>(level) ? 0 : 1, language);
        }));
  }
  return charts;
}

}  // namespace gladi
