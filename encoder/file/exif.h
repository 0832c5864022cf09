// The orientation that a PNG or WebP carries in its EXIF chunk; of JPEGs libav tells it.
#pragma once

#include <string_view>

namespace gladi {

// EXIF's tag 0x0112, 1 to 8, from the bytes of a whole PNG (chunk eXIf, PNG 1.5 extensions) or WebP (chunk
// EXIF of its RIFF container); 1, upright, where there is none or it can't be understood.
int exif_orientation(std::string_view file_bytes);

}  // namespace gladi
