// A picture in planar YUV: what cameras give, the program feed carries and the player shows.
#pragma once

#include <cstdint>
#include <memory>

#include "encoder/base/media_time.h"

namespace gladi {

enum class ColourMatrix { kBt601, kBt709 };

struct Colour {
  ColourMatrix matrix = ColourMatrix::kBt709;
  bool full_range = false;
  friend bool operator==(const Colour&, const Colour&) = default;
};

// 8 bits a sample, planar. Shared as std::shared_ptr<const Picture>: whoever holds it may read from any thread and
// nobody writes. `memory` keeps the pixels alive whoever owns them (a pool, a decoder's frame).
struct Picture {
  struct Plane {
    const uint8_t* data = nullptr;
    int stride = 0;  // bytes between rows
  };

  int width_px = 0;
  int height_px = 0;
  Plane y, u, v;
  // Chroma planes are (width + (1 << x_shift) - 1) >> x_shift wide: 4:2:0 is 1/1, 4:2:2 is 1/0, 4:4:4 is 0/0.
  int chroma_x_shift = 1;
  int chroma_y_shift = 1;
  Colour colour;
  // Clockwise turns of 90° that bring the picture upright (a phone video's display matrix).
  int quarter_turns = 0;
  // When the picture was taken, on the clock of whoever gave it (capture: Clock; player: the take's timeline).
  MediaTime stamp;
  std::shared_ptr<const void> memory;

  bool is_i420() const { return chroma_x_shift == 1 && chroma_y_shift == 1; }
  int chroma_width_px() const { return (width_px + (1 << chroma_x_shift) - 1) >> chroma_x_shift; }
  int chroma_height_px() const { return (height_px + (1 << chroma_y_shift) - 1) >> chroma_y_shift; }
};

using PicturePtr = std::shared_ptr<const Picture>;

}  // namespace gladi
