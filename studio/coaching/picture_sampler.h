// Looks at the camera's clean pictures now and then, while somebody rehearses or gets ready to.
#pragma once

#include <memory>
#include <vector>

#include "encoder/base/clock.h"
#include "encoder/program/frame_selector.h"
#include "encoder/program/layout.h"
#include "studio/coaching/picture_analyser.h"

namespace gladi {

// A thread of its own ("sampler"), with low priority: a take comes first. Methods: any thread.
class PictureSampler {
 public:
  // From one look to the next: some 1.4 a second, 4 % of a core.
  static constexpr MediaTime kInterval = MediaTime::from_ms(700);
  static constexpr size_t kMostWaiting = 16;  // samples that nobody takes: the oldest are let go

  // `frames` and `clock` outlive it.
  PictureSampler(const FrameSelector& frames, Clock& clock, std::unique_ptr<PictureAnalyser> analyser);
  ~PictureSampler();

  // While a computer can't keep up nothing is looked at: the first thing to give way.
  void rest(bool resting);
  // How viewers see the camera from now on; until then they see all of it.
  void show(const Layout& layout, const Canvas& canvas);
  bool looks_for_faces() const;
  // What was seen since the last call, oldest first. Nothing is seen while the camera gives no new pictures.
  std::vector<PictureSample> take();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
