// What a screen knows of a texture: enough to draw it, nothing to change it.
#pragma once

namespace gladi {

struct TextureRef {
  void* id = nullptr;  // ImTextureID; null: not there (yet)
  int width_px = 0;
  int height_px = 0;

  explicit operator bool() const { return id != nullptr; }
};

}  // namespace gladi
