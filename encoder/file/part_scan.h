// Finds how far a part file is whole. Private to encoder/file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/base/media_time.h"

namespace gladi {

// Where each whole fragment (moof and its mdat) of the file ends, in bytes; at least one, or kDamaged. Reads
// only the boxes' headers (ISO/IEC 14496-12, 4.2).
Result<std::vector<int64_t>> whole_fragments(const std::filesystem::path& part_file);

// The bytes of the part up to the last fragment whose pictures decode: after a power cut a file may have its
// full length and yet hold nothing at its end. kDamaged when no fragment is left.
Result<int64_t> playable_bytes(const std::filesystem::path& part_file);

}  // namespace gladi
