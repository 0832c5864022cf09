// Photos on their way into a catalogue's folder.
#pragma once

#include <filesystem>
#include <string>

#include "encoder/base/error.h"
#include "encoder/file/image.h"
#include "encoder/program/picture.h"

namespace gladi {

// The longest side of a photo that Gladi makes: sharp on a canvas of 1080 × 1920, some hundred kilobytes.
constexpr int kPhotoSidePx = 1080;

// The largest square in the middle, at most kPhotoSidePx wide: what the product card shows.
Image cropped_to_card(const Image& image);

// As it is, under a name that is free: "<id>.jpg", "<id>-2.jpg". Error where it is no picture that Gladi can
// read.
Result<std::filesystem::path> copy_photo(const std::filesystem::path& folder, const std::string& product_id,
                                         const std::filesystem::path& photo);
// Cropped to the card and saved as JPEG; a drawing (SVG) is copied as it is.
Result<std::filesystem::path> add_photo(const std::filesystem::path& folder, const std::string& product_id,
                                        const std::filesystem::path& photo);
Result<std::filesystem::path> add_photo(const std::filesystem::path& folder, const std::string& product_id,
                                        const Image& shot);

// A camera's picture as an Image, upright; any chroma subsampling.
Image image_of(const Picture& picture);

// How a photo will look, from its brightness: mean of luma 0 to 1, and its standard deviation.
struct PhotoLight {
  double mean = 0;
  double contrast = 0;
};
PhotoLight measure_light(const Picture& picture);

enum class PhotoVerdict { kGood, kDark, kBright, kFlat };
// Dark below 0.30 and bright above 0.80 of mean luma, as the light check of the home screen but stricter:
// goods are looked at, faces are known. Flat below a deviation of 0.08: fog, a lens with a finger on it, a
// lamp from behind.
PhotoVerdict judge_photo(const PhotoLight& light);

}  // namespace gladi
