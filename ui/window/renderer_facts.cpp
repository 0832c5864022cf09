#include "ui/window/renderer_facts.h"

#include <string_view>

namespace gladi {

bool drawn_by_gpu(SDL_Renderer* renderer) {
  SDL_RendererInfo info{};
  if (SDL_GetRendererInfo(renderer, &info) != 0 || (info.flags & SDL_RENDERER_ACCELERATED) == 0) return false;
  if (!std::string_view(info.name).starts_with("opengl")) return true;
  using GetString = const unsigned char* (*)(unsigned int);
  const auto get_string = reinterpret_cast<GetString>(SDL_GL_GetProcAddress("glGetString"));
  constexpr unsigned int kGlRenderer = 0x1F01;
  const unsigned char* name = get_string != nullptr ? get_string(kGlRenderer) : nullptr;
  if (name == nullptr) return false;
  const std::string_view text(reinterpret_cast<const char*>(name));
  return text.find("llvmpipe") == text.npos && text.find("softpipe") == text.npos &&
         text.find("SWR") == text.npos && text.find("Software") == text.npos;
}

void use_matrix_of(SDL_Renderer* renderer, SDL_Texture* texture) {
  const auto* mode = static_cast<const SDL_YUV_CONVERSION_MODE*>(SDL_GetTextureUserData(texture));
  if (mode == nullptr || *mode == SDL_GetYUVConversionMode()) return;
  SDL_RenderFlush(renderer);  // what is queued goes out before it changes
  SDL_SetYUVConversionMode(*mode);
}

}  // namespace gladi
