// A person's last takes as small pictures with a line each: for pages and printed sheets alike.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "studio/review/progress.h"
#include "studio/share/take_report.h"

namespace gladi {

struct ProgressGraph {
  // Places in a box of 1 by 1, from its upper left corner.
  struct Place {
    double x, y;
  };
  // From top to bottom: where nothing is to be done.
  struct Band {
    double from, to;
  };

  std::string title;          // translated
  std::string last;           // the last value as it is told
  std::vector<Place> places;  // by time, two at least; a take of which it isn't known has none
  std::optional<Band> band;
};

// No more takes than these, the last ones.
constexpr size_t kMostTakesInReport = 10;

// Her takes up to this one, as she may see them herself; those after which she hasn't been asked how she
// found it are left out. Looks into the library's index: not on the main thread. Empty elsewhere than in a
// library.
std::vector<ProgressPoint> progress_until(const std::filesystem::path& session_folder,
                                          const Session& session);

// None for fewer than two takes; what is known of fewer than two has no picture.
std::vector<ProgressGraph> progress_graphs(const std::vector<ProgressPoint>& points,
                                           const ReportWords& words);

// A section of the page; empty without pictures.
std::string progress_section(const std::vector<ProgressGraph>& graphs, size_t takes,
                             const ReportWords& words);

}  // namespace gladi
