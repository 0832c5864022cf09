// The help on F1: what the screen in front is for, its keys, and the way back to the tour.
#pragma once

#include <optional>
#include <string>

#include "ui/widgets/ui.h"

namespace gladi {

class Screen;

// Main thread.
class Help {
 public:
  bool open() const { return open_; }
  // Before the screen draws: opens on F1, closes on F1 and Escape, which screen and sheets then don't see.
  void take_keys();
  // Above the screen. A sheet over most screens and over a sheet that is open (then from within it); while a
  // person rehearses a panel that leaves keys and mouse to her take. True when the tour was asked for.
  bool draw(Ui& ui, const Screen& screen, bool over_sheet);

 private:
  bool open_ = false;
  std::optional<std::string> opened_over_;  // what the last frame before it showed: a screen, or its sheet
};

}  // namespace gladi
