// A camera on a cable that a test pulls: it gives a frame when told to, breaks frames, fails, and is found
// again or not.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "encoder/capture/reconnecting_camera.h"

namespace gladi::test {

// Any thread. What it opens shares this object's state.
class FakeCamera {
 public:
  FakeCamera(FrameSelector& frames, Clock& clock, double fps = 30);

  std::unique_ptr<PictureSource> open();  // as the first opening does
  ReconnectingCamera::Reopen reopener();  // as the watch does: fails while unplugged

  // A frame stamped with the clock's now, if the camera is open and plugged in.
  void frame(int width_px = 64, int height_px = 64, int luma = 200);
  void broken_frames(int count);
  void unplug();  // the open one reports that it is gone
  void plug_in(const std::string& name);

  bool is_open() const;
  int openings() const;   // the first one included
  int attempts() const;   // of the watch, failed ones included
  int64_t looks() const;  // how often the watch has asked the open camera

 private:
  struct State;
  class Source;
  std::shared_ptr<State> state_;
};

}  // namespace gladi::test
