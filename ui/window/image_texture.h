// An Image on the graphics card.
#pragma once

#include <SDL2/SDL.h>

#include "encoder/file/image.h"
#include "ui/widgets/texture_ref.h"
#include "ui/window/sdl_handles.h"

namespace gladi {

// Main thread. `renderer` must outlive it. Null when the image is empty or no texture of its size can be
// made.
class ImageTexture {
 public:
  explicit ImageTexture(SDL_Renderer* renderer) : renderer_(renderer) {}

  void set(const Image& image);
  TextureRef ref() const {
    if (!texture_) return {};
    return {texture_.get(), width_px_, height_px_};
  }

 private:
  SDL_Renderer* renderer_;
  TexturePtr texture_;
  int width_px_ = 0;
  int height_px_ = 0;
};

}  // namespace gladi
