// Looks at a camera's picture and tells what a PictureSample holds.
#pragma once

#include <memory>
#include <optional>

#include "encoder/base/error.h"
#include "studio/coaching/face_finder.h"
#include "studio/coaching/picture_measures.h"
#include "studio/coaching/picture_sample.h"

namespace gladi {

// One thread at a time. Some 30 ms of one core a look.
class PictureAnalyser {
 public:
  // Sharpness and shake are of pictures this large, whatever the camera gives.
  static constexpr int kSidePx = 640;
  // Movement is told against a look that is at most so old.
  static constexpr MediaTime kMovedWithin = MediaTime::from_ms(3'000);

  // Without a finder all but the face is told.
  explicit PictureAnalyser(std::unique_ptr<FaceFinder> finder) : finder_(std::move(finder)) {}

  bool looks_for_faces() const { return finder_ != nullptr; }
  // `before` is the picture just before `picture`, for the shake; may be null. All of the picture counts as
  // shown. A finder that fails is let go.
  PictureSample look(const Picture& picture, const Picture* before);

 private:
  std::unique_ptr<FaceFinder> finder_;
  PictureShrinker to_look_;
  std::optional<SmallPicture> last_;  // looked at
  MediaTime last_at_;
};

}  // namespace gladi
