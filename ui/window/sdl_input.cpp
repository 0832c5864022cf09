#include "ui/window/sdl_input.h"

#include <imgui.h>

#include <cfloat>

namespace gladi {
namespace {

const char* read_clipboard(void* buffer) {
  auto& text = *static_cast<std::string*>(buffer);  // ImGui wants the text to outlive the call
  char* taken = SDL_GetClipboardText();
  text = taken != nullptr ? taken : "";
  SDL_free(taken);
  return text.c_str();
}

void write_clipboard(void*, const char* text) {
  SDL_SetClipboardText(text);
}

void map_keys(ImGuiIO& io) {
  const std::pair<ImGuiKey, SDL_Scancode> keys[] = {
      {ImGuiKey_Tab, SDL_SCANCODE_TAB},
      {ImGuiKey_LeftArrow, SDL_SCANCODE_LEFT},
      {ImGuiKey_RightArrow, SDL_SCANCODE_RIGHT},
      {ImGuiKey_UpArrow, SDL_SCANCODE_UP},
      {ImGuiKey_DownArrow, SDL_SCANCODE_DOWN},
      {ImGuiKey_PageUp, SDL_SCANCODE_PAGEUP},
      {ImGuiKey_PageDown, SDL_SCANCODE_PAGEDOWN},
      {ImGuiKey_Home, SDL_SCANCODE_HOME},
      {ImGuiKey_End, SDL_SCANCODE_END},
      {ImGuiKey_Insert, SDL_SCANCODE_INSERT},
      {ImGuiKey_Delete, SDL_SCANCODE_DELETE},
      {ImGuiKey_Backspace, SDL_SCANCODE_BACKSPACE},
      {ImGuiKey_Space, SDL_SCANCODE_SPACE},
      {ImGuiKey_Enter, SDL_SCANCODE_RETURN},
      {ImGuiKey_KeyPadEnter, SDL_SCANCODE_KP_ENTER},
      {ImGuiKey_Escape, SDL_SCANCODE_ESCAPE},
      {ImGuiKey_A, SDL_SCANCODE_A},
      {ImGuiKey_C, SDL_SCANCODE_C},
      {ImGuiKey_V, SDL_SCANCODE_V},
      {ImGuiKey_X, SDL_SCANCODE_X},
      {ImGuiKey_Y, SDL_SCANCODE_Y},
      {ImGuiKey_Z, SDL_SCANCODE_Z},
  };
  for (const auto& [key, scancode] : keys) io.KeyMap[key] = scancode;
}

// Letters of a text field come as text: their keys mean nothing there. Waiting for a frame at each of them
// would make typing slower than people are where few frames are drawn.
bool only_types(const SDL_Keysym& key) {
  const bool letter = key.sym >= SDLK_SPACE && key.sym != SDLK_DELETE && (key.sym & SDLK_SCANCODE_MASK) == 0;
  return letter && (key.mod & (KMOD_CTRL | KMOD_LALT)) == 0 && ImGui::GetIO().WantTextInput;
}

}  // namespace

SdlInput::SdlInput() {
  ImGuiIO& io = ImGui::GetIO();
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  map_keys(io);
  io.ClipboardUserData = &clipboard_;
  io.GetClipboardTextFn = read_clipboard;
  io.SetClipboardTextFn = write_clipboard;
  cursors_[0].reset(SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_ARROW));
  cursors_[1].reset(SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_IBEAM));
  cursors_[2].reset(SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_HAND));
}

bool SdlInput::handle(const SDL_Event& event, float ui_scale) {
  ImGuiIO& io = ImGui::GetIO();
  const auto move_to = [&](int x, int y) {
    io.MousePos = {static_cast<float>(x) / ui_scale, static_cast<float>(y) / ui_scale};
  };
  switch (event.type) {
    case SDL_MOUSEMOTION:
      move_to(event.motion.x, event.motion.y);
      return false;
    case SDL_MOUSEWHEEL:
      io.MouseWheel += event.wheel.preciseY;
      io.MouseWheelH += event.wheel.preciseX;
      return false;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: {
      move_to(event.button.x, event.button.y);
      const int button = event.button.button == SDL_BUTTON_LEFT    ? ImGuiMouseButton_Left
                         : event.button.button == SDL_BUTTON_RIGHT ? ImGuiMouseButton_Right
                                                                   : ImGuiMouseButton_Middle;
      io.MouseDown[button] = event.type == SDL_MOUSEBUTTONDOWN;
      // A drag goes on outside the window.
      SDL_CaptureMouse(ImGui::IsAnyMouseDown() ? SDL_TRUE : SDL_FALSE);
      return true;
    }
    case SDL_TEXTINPUT:
      io.AddInputCharactersUTF8(event.text.text);
      return false;
    case SDL_KEYDOWN:
    case SDL_KEYUP: {
      if (event.key.repeat != 0) return false;  // ImGui repeats held keys itself
      io.KeysDown[event.key.keysym.scancode] = event.type == SDL_KEYDOWN;
      // As they were when the key was pressed: on a slow machine Ctrl is up again by now.
      const int mod = event.key.keysym.mod;
      io.KeyShift = (mod & KMOD_SHIFT) != 0;
      io.KeyCtrl = (mod & KMOD_CTRL) != 0;
      io.KeyAlt = (mod & KMOD_ALT) != 0;
      return !only_types(event.key.keysym);
    }
    case SDL_WINDOWEVENT:
      if (event.window.event == SDL_WINDOWEVENT_LEAVE) io.MousePos = {-FLT_MAX, -FLT_MAX};
      if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST) {
        io.AddFocusEvent(false);
        for (bool& down : io.KeysDown) down = false;
      }
      if (event.window.event == SDL_WINDOWEVENT_FOCUS_GAINED) io.AddFocusEvent(true);
      return false;
    default:
      return false;
  }
}

void SdlInput::prepare_frame() {
  ImGuiIO& io = ImGui::GetIO();
  // Enter presses what the keyboard is on, as Space does.
  if (!io.WantTextInput && (io.KeysDown[SDL_SCANCODE_RETURN] || io.KeysDown[SDL_SCANCODE_KP_ENTER])) {
    io.NavInputs[ImGuiNavInput_Activate] = 1.0F;
  }
  const ImGuiMouseCursor wanted = ImGui::GetMouseCursor();
  const int cursor = wanted == ImGuiMouseCursor_TextInput ? 1 : wanted == ImGuiMouseCursor_Hand ? 2 : 0;
  if (cursor != shown_cursor_) {
    SDL_SetCursor(cursors_[static_cast<size_t>(cursor)].get());
    shown_cursor_ = cursor;
  }
}

}  // namespace gladi
