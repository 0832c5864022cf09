// What an encoder is tried with: a drawn scene that moves and is noisy as a webcam's picture. Private to
// encoder/file.
#pragma once

#include <cstdint>
#include <vector>

#include "encoder/program/canvas.h"
#include "encoder/program/picture_pool.h"

namespace gladi {

class ProbePictures {
 public:
  explicit ProbePictures(const Canvas& canvas);
  PicturePtr picture(int64_t number);

 private:
  const Canvas canvas_;
  std::vector<uint8_t> noise_;
  PicturePool pool_;
};

// Mean luma of each block of 16×16: what is left of a picture after lossy encoding, and enough to tell one
// picture from another, or from a green one.
std::vector<uint8_t> luma_blocks(const uint8_t* y, int stride, int width_px, int height_px);

}  // namespace gladi
