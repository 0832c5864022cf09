// Where a take could go on when its own disk is full or gone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace gladi {

struct Place {
  std::filesystem::path library;  // may not exist yet
  std::string disk;               // what people call it: the stick's name; empty for the home folder
  int64_t free_bytes = 0;
};

// Disks other than that of `library` with at least 300 MB of room, the one with the most first: sticks and
// other disks, and the home folder. Asks each disk: not on the main thread.
std::vector<Place> other_places(const std::filesystem::path& library);

}  // namespace gladi
