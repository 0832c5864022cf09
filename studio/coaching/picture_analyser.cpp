#include "studio/coaching/picture_analyser.h"

#include <spdlog/spdlog.h>

#include "studio/coaching/movement_meter.h"
#include "studio/coaching/shake_meter.h"

namespace gladi {

PictureSample PictureAnalyser::look(const Picture& picture, const Picture* before) {
  PictureSample sample;
  sample.at = picture.stamp;
  std::optional<Face> face;
  if (finder_) {
    if (auto faces = finder_->find(picture)) {
      sample.faces = static_cast<int>(faces->size());
      if (!faces->empty()) face = faces->front();
    } else {
      spdlog::warn("faces: {}", faces.error().detail);
      finder_.reset();
    }
  }
  if (face) sample.face = seen_face(*face);
  SmallPicture small = to_look_.shrink(picture, kSidePx);
  sample.light = light_of(small, face);
  sample.sharpness = sharpness_of(small, face);
  if (before != nullptr) sample.shake = shake_between(to_look_.shrink(*before, kSidePx), small, face);
  if (last_ && abs(picture.stamp - last_at_) <= kMovedWithin) sample.moved = moved_between(*last_, small);
  last_ = std::move(small);
  last_at_ = picture.stamp;
  return sample;
}

}  // namespace gladi
