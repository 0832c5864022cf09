#include "ui/window/picture_texture.h"

namespace gladi {
namespace {

SDL_YUV_CONVERSION_MODE matrix_of(const Colour& colour) {
  if (colour.full_range) return SDL_YUV_CONVERSION_JPEG;
  return colour.matrix == ColourMatrix::kBt601 ? SDL_YUV_CONVERSION_BT601 : SDL_YUV_CONVERSION_BT709;
}

}  // namespace

bool PictureTexture::update(const PicturePtr& picture) {
  if (picture == shown_) return true;
  if (!picture) {
    clear();
    return true;
  }
  if (!picture->is_i420()) return false;
  const TextureRef old = ref();
  if (!texture_ || old.width_px != picture->width_px || old.height_px != picture->height_px) {
    TexturePtr fresh(SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_IYUV, SDL_TEXTUREACCESS_STREAMING,
                                       picture->width_px, picture->height_px));
    if (!fresh) return false;
    SDL_SetTextureBlendMode(fresh.get(), SDL_BLENDMODE_BLEND);  // for the smooth edge of rounded corners
    SDL_SetTextureScaleMode(fresh.get(), SDL_ScaleModeLinear);
    SDL_SetTextureUserData(fresh.get(), &matrix_);
    texture_ = std::move(fresh);
  }
  matrix_ = matrix_of(picture->colour);
  SDL_UpdateYUVTexture(texture_.get(), nullptr, picture->y.data, picture->y.stride, picture->u.data,
                       picture->u.stride, picture->v.data, picture->v.stride);
  shown_ = picture;
  return true;
}

void PictureTexture::clear() {
  texture_.reset();
  shown_.reset();
}

TextureRef PictureTexture::ref() const {
  if (!texture_ || !shown_) return {};
  return {texture_.get(), shown_->width_px, shown_->height_px};
}

}  // namespace gladi
