// The second window, full screen on a display of its own: the program feed and a board of words beside it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/program/picture.h"
#include "studio/overlay/projector_board.h"

namespace gladi {

// The names of the displays, as SDL numbers them. SDL's video must be open.
std::vector<std::string> display_names();

// Main thread. Takes no keys and no mouse: those belong to the window in front of the host.
class ProjectorWindow {
 public:
  // `display` is an index of display_names(). kRefused when no window can be had.
  static Result<std::unique_ptr<ProjectorWindow>> open(int display);
  ~ProjectorWindow();
  ProjectorWindow(const ProjectorWindow&) = delete;
  ProjectorWindow& operator=(const ProjectorWindow&) = delete;

  uint32_t id() const;  // SDL's, in events
  int display() const;  // where it is now; it is moved when a display goes
  bool fills_its_display() const;
  bool accelerated() const;
  // Draws when something has changed. `feed` may be null: the board then has the whole window.
  void show(const ProjectorWords& words, const PicturePtr& feed);

 private:
  ProjectorWindow();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
