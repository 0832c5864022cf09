#include "studio/library/other_places.h"

#include <algorithm>
#include <optional>
#include <set>

#include "encoder/base/platform.h"
#include "studio/base/platform.h"
#include "studio/library/library.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr int64_t kLeastBytes = 300'000'000;

}  // namespace

std::vector<Place> other_places(const fs::path& library) {
  std::vector<Place> candidates{{default_library_folder(), {}, 0}};
  for (const fs::path& disk : platform::other_disks())
    candidates.push_back({disk / "Gladi", disk.filename().string(), 0});

  std::set<uint64_t> seen;
  if (const auto own = platform::file_system_of(library)) seen.insert(*own);
  std::vector<Place> places;
  for (Place& place : candidates) {
    const fs::path there = place.library.parent_path();
    const auto disk = platform::file_system_of(there);
    const auto space = platform::disk_space(there);
    if (!disk || !space || space->free_bytes < kLeastBytes || !seen.insert(*disk).second) continue;
    place.free_bytes = space->free_bytes;
    places.push_back(std::move(place));
  }
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return a.free_bytes > b.free_bytes; });
  return places;
}

}  // namespace gladi
