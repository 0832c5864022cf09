// Still pictures: photos of products in, thumbnails out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/base/media_time.h"

namespace gladi {

// 32-bit ARGB in native byte order, alpha straight (opaque for photos), rows without padding.
struct Image {
  int width_px = 0;
  int height_px = 0;
  std::vector<uint32_t> argb;
};

// JPEG, PNG and WebP, turned upright as EXIF says, scaled down to fit into max_side_px (0: as it is). Hostile
// sizes (above 100 megapixels) are refused before memory is taken.
Result<Image> load_image(const std::filesystem::path& file, int max_side_px = 0);

// Whether the first bytes are those of a JPEG, PNG or WebP; says nothing of the rest.
bool begins_as_image(const std::filesystem::path& file);

Status save_jpeg(const Image& image, const std::filesystem::path& file);

// The upright frame shown at `at` of a video (the keyframe at or before it: quick), scaled to `width_px`
// wide.
Result<Image> video_thumbnail(const std::filesystem::path& file, MediaTime at, int width_px);

}  // namespace gladi
