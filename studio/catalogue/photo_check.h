// Whether a photo that a catalogue names can be shown.
#pragma once

#include <filesystem>
#include <string>

#include "encoder/base/message.h"
#include "tl/expected.hpp"

namespace gladi {

// How closely a photo is looked at. Opening one takes 1 to 100 ms, and there may be 5,000.
enum class PhotoCheck {
  kBegins,  // its first bytes are those of a picture
  kOpens,   // it can be decoded (JPEG, PNG and WebP; of a drawing only the beginning is read)
};

// The photo's absolute path, or why it can't be used. It must lie inside `folder`, so that a catalogue can be
// copied whole and shows nothing else of the computer.
tl::expected<std::filesystem::path, Message> check_photo(const std::filesystem::path& folder,
                                                         const std::string& name, PhotoCheck how);

}  // namespace gladi
