// The projector for the class: opens on a display that is remembered by its name, goes when the display goes,
// and comes back with it. A take never knows of it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "encoder/base/media_time.h"
#include "ui/app/projector_show.h"
#include "ui/app/settings.h"
#include "ui/widgets/sheet.h"
#include "ui/window/projector_window.h"
#include "ui/window/window.h"

namespace gladi {

// Main thread.
class Projector {
 public:
  // All must outlive it.
  Projector(Window& window, const Settings& settings, Toasts& toasts)
      : window_(window), settings_(settings), toasts_(toasts) {}

  bool on() const { return wanted_; }  // it may be waiting for its display to come back
  bool open() const { return projector_ != nullptr; }
  void toggle();
  // The displays besides the one in front of the host, by name.
  std::vector<std::string> displays() const;

  // Looks after displays that come and go. True when it is time to draw.
  bool tick(MediaTime now);
  void draw(const ProjectorShow& show);
  int64_t frames_drawn() const { return frames_drawn_; }

 private:
  void look_at_displays(MediaTime now, bool changed);
  // Of the display in the settings, else of the first other one; -1: there is none.
  int find_display() const;
  bool open_window();
  bool is_on_its_display(MediaTime now) const;
  void lose_window();

  Window& window_;
  const Settings& settings_;
  Toasts& toasts_;
  bool wanted_ = false;
  bool gone_ = false;  // its display went: it comes back when displays change
  std::unique_ptr<ProjectorWindow> projector_;
  std::vector<std::string> names_;  // of all displays, as seen last
  MediaTime names_seen_at_;
  std::string display_;    // the name of the one it is on
  std::string asked_for_;  // the settings' name when it was opened
  MediaTime opened_at_;
  int64_t frames_drawn_ = 0;
  MediaTime next_at_;
  bool fluent_ = false;  // as the screen said last
};

}  // namespace gladi
