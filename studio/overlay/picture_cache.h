// Product photos at the sizes the overlays need, loaded once.
#pragma once

#include <filesystem>
#include <list>
#include <memory>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/file/image.h"

namespace gladi {

// One thread at a time. Holds at most kMaxBytes; the photo used longest ago goes first.
class PictureCache {
 public:
  static constexpr size_t kMaxBytes = 48 << 20;

  // Never null: a photo that can't be read is named in problems() once and shown as stand_in_photo(), and is
  // not tried again. An empty name is a stand-in too, without a problem.
  std::shared_ptr<const Image> get(const std::filesystem::path& file, int width_px, int height_px);

  const std::vector<Error>& problems() const { return problems_; }

 private:
  struct Entry {
    std::filesystem::path file;
    int width_px = 0;
    int height_px = 0;
    std::shared_ptr<const Image> image;
  };

  Image load(const std::filesystem::path& file, int width_px, int height_px);
  void make_room();

  std::list<Entry> entries_;  // used last first
  std::vector<std::filesystem::path> unreadable_;
  std::vector<Error> problems_;
};

}  // namespace gladi
