// Owners of SDL's objects.
#pragma once

#include <SDL2/SDL.h>

#include <memory>

namespace gladi {

struct SdlFree {
  void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
  void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
  void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
  void operator()(SDL_Cursor* cursor) const { SDL_FreeCursor(cursor); }
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};

using WindowPtr = std::unique_ptr<SDL_Window, SdlFree>;
using RendererPtr = std::unique_ptr<SDL_Renderer, SdlFree>;
using TexturePtr = std::unique_ptr<SDL_Texture, SdlFree>;
using CursorPtr = std::unique_ptr<SDL_Cursor, SdlFree>;
using SurfacePtr = std::unique_ptr<SDL_Surface, SdlFree>;

}  // namespace gladi
