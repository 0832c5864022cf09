// Whether a photo that a catalogue names can be shown.
#pragma once

#include <filesystem>
#include <string>

#include "encoder/base/message.h"
#include "tl/expected.hpp"

namespace gladi {

// The photo's absolute path, or why it can't be used. It must lie inside `folder`, so that a catalogue can be
// copied whole and shows nothing else of the computer; JPEG, PNG and WebP are opened, of SVG only the
// beginning is read.
tl::expected<std::filesystem::path, Message> check_photo(const std::filesystem::path& folder,
                                                         const std::string& name);

}  // namespace gladi
