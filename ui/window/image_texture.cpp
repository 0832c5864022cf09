#include "ui/window/image_texture.h"

namespace gladi {

void ImageTexture::set(const Image& image) {
  texture_.reset();
  width_px_ = image.width_px;
  height_px_ = image.height_px;
  if (image.width_px <= 0 || image.height_px <= 0) return;
  texture_.reset(SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC,
                                   image.width_px, image.height_px));
  if (!texture_) return;
  SDL_UpdateTexture(texture_.get(), nullptr, image.argb.data(), image.width_px * 4);
  SDL_SetTextureBlendMode(texture_.get(), SDL_BLENDMODE_BLEND);
  SDL_SetTextureScaleMode(texture_.get(), SDL_ScaleModeLinear);
}

}  // namespace gladi
