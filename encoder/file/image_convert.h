// Decoded frames as Images and back. Private to encoder/file.
#pragma once

#include <array>

#include "encoder/file/image.h"
#include "encoder/libav/handles.h"

namespace gladi {

// How a picture has to be moved to stand upright: the pixel at (x, y) goes to (a·x + c·y, b·x + d·y), shifted
// back into the picture. Quarter turns and mirrors only.
struct Orientation {
  int a = 1, b = 0, c = 0, d = 1;
  bool upright() const { return a == 1 && b == 0 && c == 0 && d == 1; }
};

// From libav's display matrix (nine 16.16 fixed-point numbers); upright when it turns by odd angles.
Orientation orientation_from_matrix(const int32_t* matrix);
// From the EXIF tag 0x0112: 1 to 8, as cameras write it.
Orientation orientation_from_exif(int tag);

// The frame scaled to exactly this size and turned upright afterwards; its matrix and range are converted on
// purpose.
Result<Image> image_from_frame(const AVFrame& frame, int width_px, int height_px,
                               const Orientation& orientation);

// A 4:2:0 full-range BT.601 frame, as JPEG wants it.
Result<libav::Frame> jpeg_frame_from(const Image& image);

}  // namespace gladi
