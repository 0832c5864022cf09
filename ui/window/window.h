// The window: SDL, its renderer and ImGui in one, with events, wake-ups and the UI scale.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "ui/theme/theme.h"
#include "ui/widgets/box.h"
#include "ui/window/fonts.h"
#include "ui/window/frame_pacer.h"

struct SDL_Renderer;

namespace gladi {

struct WindowOptions {
  std::string title = "Gladi";
  int width_px = 1366;
  int height_px = 768;
  float ui_scale = 0;  // 0: as fits the display
};

// Main thread, except the waker.
class Window {
 public:
  // Opens SDL's video, the window and the fonts. A clear error when there is no display or a font is missing.
  static Result<std::unique_ptr<Window>> open(const WindowOptions& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  // Sleeps until an event, a wake-up or `timeout`, and hands the events to ImGui: at most one press or
  // release a call, because ImGui 1.86 would lose a quick click. True when a person did something.
  bool wait(std::chrono::milliseconds timeout);
  bool take_close_request();  // whether it was asked to close since the last call
  // Files that were dropped on the window since the last call.
  std::vector<std::filesystem::path> take_dropped_files();

  // Other windows of the program: whether this one was asked to close, and whether displays have come or
  // gone, each since the last call.
  bool take_close_of(uint32_t window_id);
  bool take_display_change();
  int display() const;  // where it is: an index of display_names()
  void raise();         // the keyboard comes here

  // Wakes wait() from any thread; valid as long as the window.
  std::function<void()> waker() const;

  // Between begin_frame and end_frame the screens draw. Sizes are in dp.
  void begin_frame();
  void end_frame(Rgba background);

  Box area() const;                 // the whole window
  float ui_scale() const;           // in use
  void set_ui_scale(float wanted);  // 0: as fits the display; takes effect with the next frame
  bool accelerated() const;         // a GPU draws, not the CPU
  const Fonts& fonts() const;
  FramePacer& pacer();
  SDL_Renderer* renderer() const;
  void toggle_full_screen();
  // For something that is looked at; `false` leaves it only where this has entered it.
  void set_full_screen(bool full);
  void set_title(const std::string& title);

 private:
  Window();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
