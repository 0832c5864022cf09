// Small pictures of a video, at any time of it.
#pragma once

#include <filesystem>
#include <memory>

#include "encoder/base/error.h"
#include "encoder/base/media_time.h"
#include "encoder/file/image.h"

namespace gladi {

// Keeps its file open: the next picture costs a keyframe, not the file's index. One thread at a time.
class VideoThumbnails {
 public:
  // kDamaged where there is no picture that can be shown.
  static Result<std::unique_ptr<VideoThumbnails>> open(const std::filesystem::path& file);
  ~VideoThumbnails();
  VideoThumbnails(const VideoThumbnails&) = delete;
  VideoThumbnails& operator=(const VideoThumbnails&) = delete;

  // The keyframe at or before `at`, since the first picture, upright, `width_px` wide.
  Result<Image> at(MediaTime at, int width_px);

 private:
  VideoThumbnails();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
