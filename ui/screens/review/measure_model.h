// What was measured of a take, as the review shows it: lanes under the timeline, and the list of findings.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "studio/review/finding_verdict.h"
#include "ui/widgets/box.h"

namespace gladi {

// A stretch of a lane with one look.
struct LanePiece {
  enum class Look {
    kFine,
    kCalm,      // neither good nor bad
    kFound,     // a finding
    kDismissed  // one that is told no more
  };
  TakeStretch at;
  Look look = Look::kCalm;
  float low = 0, high = 1;  // how much of the lane's height it fills, from below
  std::string words;        // told where the mouse points
  std::string finding;      // id of the finding it is; empty: there is nothing to jump to
};

struct MeasureLane {
  std::string title;
  std::vector<LanePiece> pieces;  // those drawn last lie on top: findings
  std::string lack;               // why there are none: told in the lane
};

// A finding with what people have said of it.
struct ListedFinding {
  TakeFinding finding;
  std::string words;
  ReviewVerdict own = ReviewVerdict::kOpen;  // of who sits here
  bool dismissed = false;                    // by her, or by others as long as she hasn't confirmed it
  std::string others;                        // who else has said what; empty: nobody
};

struct MeasureModel {
  static constexpr size_t kLanes = 5;  // speech, pace, liveliness, face, light
  std::array<MeasureLane, kLanes> lanes;
  std::vector<ListedFinding> findings;  // by time
  std::string state;     // why there are no findings (yet); empty: there are, or nothing was found
  uint64_t version = 0;  // another one whenever the lanes are others

  const ListedFinding* find(const std::string& id) const {
    for (const ListedFinding& listed : findings) {
      if (listed.finding.id() == id) return &listed;
    }
    return nullptr;
  }
};

// What the screen remembers between frames.
struct MeasureView {
  bool open = true;     // the lanes are shown
  std::string finding;  // the chosen one: keys confirm and dismiss it
  bool shown = false;   // the list has been scrolled to it

  // What the lanes look like on the screen, made anew only when they are seen otherwise.
  struct Bar {
    Box place;
    LanePiece::Look look = LanePiece::Look::kCalm;
  };
  std::vector<Bar> bars;
  MediaTime from, to;
  Box area;
  uint64_t version = 0;
};

inline void choose_finding(MeasureView& view, const std::string& id) {
  view.finding = id;
  view.shown = false;
}

}  // namespace gladi
