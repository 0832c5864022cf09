// A file that only takes room: when the disk is full it goes first, so that a take can be ended properly.
#pragma once

#include <cstdint>
#include <filesystem>

#include "encoder/base/error.h"

namespace gladi {

constexpr int64_t kBallastBytes = 64 << 20;

// Makes <library>/ballast.bin where it is missing and the disk has plenty of room: four times as much stays
// free. May take some seconds on a stick: not while a take begins. Any thread.
Status make_ballast(const std::filesystem::path& library);

// True when there was one, and its room is free now.
bool drop_ballast(const std::filesystem::path& library);

}  // namespace gladi
