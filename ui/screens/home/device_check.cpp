#include "ui/screens/home/device_check.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gladi {
namespace {

// One look that misses her lets no outline blink.
constexpr MediaTime kFaceStays = MediaTime::from_ms(1'600);
constexpr double kFollowsPerS = 7;

Box on_feed(const SeenFace& face, const ShownPart& shown) {
  const auto share = [](double value) { return static_cast<float>(value); };
  return {share((face.centre.x - face.width / 2 - shown.left) / shown.width),
          share((face.centre.y - face.height / 2 - shown.top) / shown.height),
          share(face.width / shown.width), share(face.height / shown.height)};
}

float between(float from, float to, double share) {
  return from + (to - from) * static_cast<float>(share);
}

}  // namespace

void DeviceCheck::tick(Stage& stage, MediaTime now) {
  const SoundLevel level = stage.sound().level();
  levels_.add(level, now);
  voice_.add(level, now);
  for (PictureSample& sample : stage.take_seen()) {
    if (sample.face && sample.shown.width > 0 && sample.shown.height > 0) with_face_ = sample;
    seen_ = std::move(sample);
  }
  follow_face(now);
}

void DeviceCheck::follow_face(MediaTime now) {
  const double passed = std::max(0.0, (now - followed_at_).seconds());
  followed_at_ = now;
  if (!with_face_ || now - with_face_->at > kFaceStays) {
    face_.reset();
    return;
  }
  const Box seen = on_feed(*with_face_->face, with_face_->shown);
  if (!face_) face_ = seen;
  const double share = 1 - std::exp(-passed * kFollowsPerS);
  face_ = Box{between(face_->x, seen.x, share), between(face_->y, seen.y, share),
              between(face_->w, seen.w, share), between(face_->h, seen.h, share)};
}

CheckupInput DeviceCheck::observe(const Stage& stage, MediaTime now,
                                  std::optional<int64_t> disk_free_bytes) const {
  return gladi::observe(stage, levels_, voice_, seen_, now, disk_free_bytes);
}

const Checkup& DeviceCheck::judge(const CheckupInput& input, MediaTime now) {
  return preflight_.update(check_up(input), now);
}

}  // namespace gladi
