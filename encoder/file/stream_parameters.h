// Asks an encoder for its stream's parameters where it gives them only with its packets. Private to
// encoder/file.
#pragma once

#include <cstdint>
#include <vector>

#include "encoder/file/video_encoder.h"

namespace gladi {

// SPS and PPS as they stand in the first keyframe of a grey picture. The encoder is used up: it has been
// flushed. kUnsupported when its first packet has none.
Result<std::vector<uint8_t>> stream_parameters(VideoEncoder& encoder, const Canvas& canvas);

}  // namespace gladi
