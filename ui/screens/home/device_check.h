// What the home screen's card knows of camera and microphone: gathered in each tick, told as steady verdicts.
#pragma once

#include <optional>

#include "studio/rehearsal/preflight.h"
#include "ui/widgets/box.h"

namespace gladi {

// Main thread.
class DeviceCheck {
 public:
  // Listens and takes what was seen; many times a second.
  void tick(Stage& stage, MediaTime now);
  // What check_up() judges; the caller adds what it knows of disk and encoder.
  CheckupInput observe(const Stage& stage, MediaTime now, std::optional<int64_t> disk_free_bytes) const;
  const Checkup& judge(const CheckupInput& input, MediaTime now);
  // Where her face is in the program feed, in shares of it: it follows her smoothly. Nothing while none is
  // seen.
  const std::optional<Box>& face() const { return face_; }

 private:
  void follow_face(MediaTime now);

  LevelHistory levels_;
  VoiceLevel voice_;
  Preflight preflight_;
  std::optional<PictureSample> seen_;       // the newest look
  std::optional<PictureSample> with_face_;  // the newest one that found somebody
  std::optional<Box> face_;
  MediaTime followed_at_;
};

}  // namespace gladi
