// The tour of the very first start: a card beside each real button of the home screen, which can be pressed
// meanwhile.
#pragma once

#include "ui/widgets/ui.h"

namespace gladi {

// Where a card lies beside what it explains; `tip` is the middle of the target's edge that the card's arrow
// points at.
struct TourPlace {
  enum class Side { kLeft, kRight, kAbove, kBelow };
  Box card;
  Side side = Side::kBelow;  // of the target
};
// On the side with the most room, wholly inside `area`, and not over the target where that is possible.
TourPlace place_beside(const Box& area, const Box& target, float width, float height);

// Main thread.
class Tour {
 public:
  static int steps();

  void begin() { step_ = 0; }
  void end() { step_ = -1; }
  bool running() const { return step_ >= 0; }
  int step() const { return step_; }  // from 0

  // Above the home screen; nothing while a sheet is open. Enter and → go on, ← goes back, Escape skips the
  // rest. True when it was finished or skipped in this frame. Names: tour.next, tour.back, tour.skip; the
  // note app.tour says at which step it is, from 1.
  bool draw(Ui& ui);

 private:
  void go(const Ui& ui, int by);

  int step_ = -1;
  bool shown_ = false;  // in the last frame: what closed a sheet above it isn't meant for the tour
};

}  // namespace gladi
