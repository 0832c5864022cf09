// The progress of one person over all of her takes: what the screen shows and asks for.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "studio/review/progress.h"
#include "ui/text/translator.h"

namespace gladi {

// One small picture: a value for each take, or none.
struct ProgressChart {
  std::string id;
  std::string title;
  std::vector<std::optional<double>> values;
  std::vector<std::string> words;  // each value as it is told
  double lowest = 0, highest = 1;  // what the axis shows at least
  std::string trend;               // the last takes against those before; why not, where there are too few
};

struct ProgressModel {
  bool loading = true;
  std::string person_name;
  bool trainer = false;
  std::vector<ProgressPoint> points;  // by time
  // In the order in which they are drawn. Whatever else is measured of a take one day (pace, pauses) is
  // another one, made in progress_charts.
  std::vector<ProgressChart> charts;
};

namespace progress {
struct GoBack {};
struct OpenTake {
  std::filesystem::path folder;
};
struct Compare {};  // the last two
}  // namespace progress

using ProgressIntent = std::variant<progress::GoBack, progress::OpenTake, progress::Compare>;

// What the points tell: time, answers, loudness, how she found it; the criteria where scores are seen.
std::vector<ProgressChart> progress_charts(const std::vector<ProgressPoint>& points,
                                           const Translator& translator);

}  // namespace gladi
