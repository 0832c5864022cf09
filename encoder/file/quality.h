// How good a picture a person wants, and what it costs on the disk.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "encoder/file/encoder_settings.h"

namespace gladi {

enum class Quality { kSmall, kNormal, kBest };

// "small", "normal", "best": as settings and the command line write them.
const std::vector<std::string>& quality_names();
std::string name_of(Quality quality);
std::optional<Quality> parse_quality(const std::string& name);

// `settings`, made for kNormal, for another quality. libx264's CRF moves by 5 down and by 4 up (6 are about
// twice the bytes); the ceiling, to which hardware encoders keep, is half and double.
EncoderSettings with_quality(EncoderSettings settings, Quality quality);

// What an hour takes at most, picture and sound.
int64_t most_bytes_an_hour(const EncoderSettings& settings);

}  // namespace gladi
