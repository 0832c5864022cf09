// Small pictures of a take for somebody who looks for a moment of it.
#pragma once

#include <memory>
#include <vector>

#include "encoder/file/video_thumbnails.h"
#include "encoder/playback/player.h"

namespace gladi {

// One thread at a time. A part's file is opened when it is first needed, which takes some 10 ms for its
// index; after that a picture takes a keyframe's time (5 to 10 ms at 720×1280).
class TakePreviews {
 public:
  explicit TakePreviews(std::vector<PlayerPart> parts);

  // The keyframe at or before take time `at`, upright, `width_px` wide.
  Result<Image> at(MediaTime at, int width_px);

 private:
  struct Part {
    PlayerPart what;
    std::unique_ptr<VideoThumbnails> pictures;
  };
  std::vector<Part> parts_;
};

}  // namespace gladi
