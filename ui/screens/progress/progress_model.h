// The progress of one person over all of her takes: what the screen shows and asks for.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "studio/review/progress.h"
#include "studio/review/spread.h"
#include "ui/text/translator.h"

namespace gladi {

// Values between which nothing is to be done.
struct ChartBand {
  double from = 0, to = 0;
};

// One small picture: a value for each take, or none.
struct ProgressChart {
  std::string id;
  std::string title;
  std::vector<std::optional<double>> values;
  std::vector<std::string> words;  // each value as it is told
  double lowest = 0, highest = 1;  // what the axis shows at least
  std::string trend;               // the last takes against those before; why not, where there are too few
  std::optional<ChartBand> band = {};
  // Of a class: how its first, second … takes spread; `values` are the medians.
  std::vector<std::optional<Spread>> spreads = {};
};

struct ProgressModel {
  bool loading = true;
  std::string person_name;
  bool trainer = false;
  std::vector<ProgressPoint> points;  // by time
  int unrated = 0;                    // takes that she sees once she has said how she found them
  // In the order in which they are drawn; made in progress_charts.
  std::vector<ProgressChart> charts;
  std::string measuring;   // takes that aren't measured yet are: how far that is; empty: all are
  std::string class_name;  // of the class she is in; empty: of none, or a trainee looks
  bool of_class = false;   // the charts are of the class
  std::vector<ProgressChart> class_charts;
  size_t class_people = 0;  // who have a take to tell of
};

namespace progress {
struct GoBack {};
struct OpenTake {
  std::filesystem::path folder;
};
struct Compare {};  // the last two
struct ShowClass {
  bool shown = true;
};
}  // namespace progress

using ProgressIntent =
    std::variant<progress::GoBack, progress::OpenTake, progress::Compare, progress::ShowClass>;

// What the points tell: time, answers, voice, how she found it; the criteria where scores are seen. A
// `trainer` reads loudness as a number, who rehearses in words.
std::vector<ProgressChart> progress_charts(const std::vector<ProgressPoint>& points,
                                           const Translator& translator, bool trainer = false);
// The same of a class, without names: how its first, second … takes spread. `people`: the takes of each.
std::vector<ProgressChart> class_charts(const std::vector<std::vector<ProgressPoint>>& people,
                                        const Translator& translator);

}  // namespace gladi
