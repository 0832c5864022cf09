// How light falls on a picture, and on the face in it.
#pragma once

#include <optional>

namespace gladi {

// Luma in shares of white. Whoever has no face in the picture has only a background: all of it.
struct Light {
  std::optional<double> face;  // median of the face's middle
  double background = 0;       // median of what is neither face nor body
  double clipped = 0;  // share of the face (without one: of the picture) that is plain black or plain white
};

// The camera looks against the light: what is behind her is bright, and she is dark before it.
inline bool is_backlit(const Light& light) {
  return light.face && *light.face < 0.45 && light.background - *light.face > 0.25;
}

// Too little light to be seen well; against the light is another thing. Dark skin in a light room lies above.
inline bool is_dark(const Light& light) {
  return light.face ? *light.face < 0.2 && !is_backlit(light) : light.background < 0.15;
}

}  // namespace gladi
