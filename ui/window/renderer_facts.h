// What has to be known of an SDL renderer before one draws with it.
#pragma once

#include <SDL2/SDL.h>

namespace gladi {

// SDL calls every OpenGL renderer accelerated; OpenGL itself says whether the CPU stands in for the GPU.
bool drawn_by_gpu(SDL_Renderer* renderer);

// SDL chooses the YUV matrix when it draws, for all textures at once: call it before each picture. A texture
// says its matrix by its user data (PictureTexture); others change nothing.
void use_matrix_of(SDL_Renderer* renderer, SDL_Texture* texture);

}  // namespace gladi
