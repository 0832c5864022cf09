// The studio: owns everything a window needs, shows one screen at a time, and keeps them going.
#pragma once

#include <memory>

#include "encoder/base/error.h"
#include "ui/app/studio_options.h"

namespace gladi {

// Main thread.
class App {
 public:
  // Opens settings, library and window. An error when there is nothing to go on with: no window, no font, no
  // folder that can be written. `options` come before the settings and are not kept.
  static Result<std::unique_ptr<App>> open(const StudioOptions& options);
  ~App();

  // Until the window is closed or the program is told to end (SIGINT, SIGTERM). A running take is stopped and
  // kept.
  void run();

 private:
  App();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
