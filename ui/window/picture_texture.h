// A Picture on the graphics card: YUV planes as they are, no RGB made by the CPU.
#pragma once

#include <SDL2/SDL.h>

#include "encoder/program/picture.h"
#include "ui/widgets/texture_ref.h"
#include "ui/window/sdl_handles.h"

namespace gladi {

// Main thread. `renderer` must outlive it.
class PictureTexture {
 public:
  explicit PictureTexture(SDL_Renderer* renderer) : renderer_(renderer) {}

  // Shows `picture` from now on; the same picture again costs nothing. False, and the old picture stays, when
  // it is not 4:2:0 or no texture of its size can be made.
  bool update(const PicturePtr& picture);
  void clear();

  TextureRef ref() const;

 private:
  SDL_Renderer* renderer_;
  TexturePtr texture_;
  PicturePtr shown_;
  SDL_YUV_CONVERSION_MODE matrix_ = SDL_YUV_CONVERSION_BT709;  // read by ImguiRenderer through the texture
};

}  // namespace gladi
