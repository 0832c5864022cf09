// Product photos: drawn ones (SVG) through librsvg, the others through the engine.
#pragma once

#include <filesystem>

#include "encoder/base/error.h"
#include "encoder/file/image.h"

namespace gladi {

// Scaled to fill width × height, what sticks out cut off evenly; opaque, transparency lies on white. Any
// thread; takes 10 to 200 ms. SVG files reach no other file and are at most 16 MB. Errors: kInvalid without a
// file name, kNotFound, kDamaged, kUnsupported, and what load_image gives.
Result<Image> load_photo(const std::filesystem::path& file, int width_px, int height_px);

// What is shown in place of a photo that can't be: a price tag on cream.
Image stand_in_photo(int width_px, int height_px);

}  // namespace gladi
