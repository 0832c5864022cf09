// Draws ImGui's triangles with SDL_Renderer. Debian's libimgui brings no such backend.
#pragma once

#include <SDL2/SDL.h>
#include <imgui.h>

#include "ui/window/sdl_handles.h"

namespace gladi {

// Main thread. `renderer` must outlive it.
class ImguiRenderer {
 public:
  explicit ImguiRenderer(SDL_Renderer* renderer) : renderer_(renderer) {}

  // After the atlas of the current ImGui context was (re)built. False when the texture can't be made.
  bool upload_fonts();

  // `data` is in dp: its vertices are scaled in place. Textures are SDL_Texture pointers; a YUV texture says
  // its colour matrix by its user data (PictureTexture).
  void draw(ImDrawData& data, float ui_scale);

 private:
  void draw_list(ImDrawList& list, ImVec2 origin, float ui_scale);
  SDL_Renderer* renderer_;
  TexturePtr font_texture_;
};

}  // namespace gladi
