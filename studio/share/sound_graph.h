// How a take sounded from its beginning to its end, as rectangles: for pages and printed sheets alike.
#pragma once

#include <vector>

#include "studio/coaching/sound_metrics.h"
#include "studio/review/finding.h"

namespace gladi {

struct SoundGraph {
  enum class Kind {
    kComfortable,  // the band of paces that are comfortable
    kPace,         // of ten seconds, in the band or beside it
    kSpeech,       // pauses are left free
    kFinding
  };
  // Places in a box of 1 by 1, from its upper left corner. Later ones lie on top.
  struct Rectangle {
    Kind kind;
    double x, y, w, h;
  };
  std::vector<Rectangle> rectangles;  // none where speech lacks
};

// A page or a sheet names no more of them; the graph shows all.
constexpr size_t kMostFindingsInReport = 20;

// Pauses that are too short to be seen in print are left out: a take of an hour gives some hundred
// rectangles.
SoundGraph sound_graph(const SoundMetrics& sound, const std::vector<TakeFinding>& findings,
                       MediaTime duration);

}  // namespace gladi
