#include "studio/overlay/picture_cache.h"

#include <algorithm>

#include "studio/overlay/photo.h"

namespace gladi {

std::shared_ptr<const Image> PictureCache::get(const std::filesystem::path& file, int width_px,
                                               int height_px) {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return entry.width_px == width_px && entry.height_px == height_px && entry.file == file;
  });
  if (found != entries_.end()) {
    entries_.splice(entries_.begin(), entries_, found);
    return found->image;
  }
  entries_.push_front(
      {file, width_px, height_px, std::make_shared<const Image>(load(file, width_px, height_px))});
  make_room();
  return entries_.front().image;
}

Image PictureCache::load(const std::filesystem::path& file, int width_px, int height_px) {
  const bool known_bad = std::find(unreadable_.begin(), unreadable_.end(), file) != unreadable_.end();
  if (!file.empty() && !known_bad) {
    auto photo = load_photo(file, width_px, height_px);
    if (photo) return *std::move(photo);
    unreadable_.push_back(file);
    problems_.push_back(std::move(photo).error());
  }
  return stand_in_photo(width_px, height_px);
}

void PictureCache::make_room() {
  size_t bytes = 0;
  for (auto entry = entries_.begin(); entry != entries_.end(); ++entry) {
    bytes += entry->image->argb.size() * sizeof(uint32_t);
    if (bytes > kMaxBytes && entry != entries_.begin()) {
      entries_.erase(entry, entries_.end());
      return;
    }
  }
}

}  // namespace gladi
