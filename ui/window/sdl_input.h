// Hands SDL's mouse and keyboard to ImGui, in dp.
#pragma once

#include <SDL2/SDL.h>

#include <array>
#include <string>

#include "ui/window/sdl_handles.h"

namespace gladi {

// Main thread, one ImGui context. Keys are SDL scancodes in ImGuiIO::KeysDown.
class SdlInput {
 public:
  SdlInput();                          // key map, clipboard, cursors
  SdlInput(const SdlInput&) = delete;  // ImGui points at the clipboard
  SdlInput& operator=(const SdlInput&) = delete;

  // Whether the event was a press or a release of a key or button, other than a letter that is typed into a
  // field. ImGui 1.86 has no input queue: the caller draws a frame before it hands over the next event, or a
  // quick click is lost.
  bool handle(const SDL_Event& event, float ui_scale);

  // Before each ImGui::NewFrame: keyboard activation, mouse cursor, on-screen text input.
  void prepare_frame();

 private:
  std::string clipboard_;
  std::array<CursorPtr, 3> cursors_;  // arrow, text, hand
  int shown_cursor_ = -1;
};

}  // namespace gladi
