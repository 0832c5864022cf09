#include "tests/support/fake_camera.h"

#include <cerrno>

#include "encoder/capture/v4l2_devices.h"
#include "tests/support/drawn_picture.h"

namespace gladi::test {

struct FakeCamera::State {
  State(FrameSelector& selector, Clock& the_clock, double rate)
      : frames(selector), clock(the_clock), fps(rate) {}
  FrameSelector& frames;
  Clock& clock;
  const double fps;
  mutable std::mutex mutex;
  std::string name = "Webcam";
  bool plugged = true;
  bool open = false;
  int64_t broken = 0;  // of the open one
  int openings = 0;
  int attempts = 0;
  int64_t looks = 0;
};

class FakeCamera::Source final : public PictureSource {
 public:
  explicit Source(std::shared_ptr<State> state) : state_(std::move(state)) {
    std::lock_guard lock(state_->mutex);
    state_->open = true;
    state_->broken = 0;
    ++state_->openings;
  }
  ~Source() override {
    std::lock_guard lock(state_->mutex);
    state_->open = false;
  }
  std::string name() const override {
    std::lock_guard lock(state_->mutex);
    return state_->name;
  }
  PictureMode mode() const override { return {64, 64, state_->fps, "mjpeg"}; }
  std::optional<Error> failure() const override {
    std::lock_guard lock(state_->mutex);
    ++state_->looks;
    if (state_->plugged) return std::nullopt;
    return v4l2_error(ENODEV, state_->name);
  }
  int64_t broken_frames() const override {
    std::lock_guard lock(state_->mutex);
    ++state_->looks;
    return state_->broken;
  }

 private:
  const std::shared_ptr<State> state_;
};

FakeCamera::FakeCamera(FrameSelector& frames, Clock& clock, double fps)
    : state_(std::make_shared<State>(frames, clock, fps)) {}

std::unique_ptr<PictureSource> FakeCamera::open() {
  return std::make_unique<Source>(state_);
}

ReconnectingCamera::Reopen FakeCamera::reopener() {
  return [state = state_](const StopSignal&) -> Result<std::unique_ptr<PictureSource>> {
    {
      std::lock_guard lock(state->mutex);
      ++state->attempts;
      // A driver refuses a second opening.
      if (state->open) return tl::unexpected(v4l2_error(EBUSY, state->name));
      if (!state->plugged) return tl::unexpected(v4l2_error(ENODEV, state->name));
    }
    return std::make_unique<Source>(state);
  };
}

void FakeCamera::frame(int width_px, int height_px, int luma) {
  DrawnPicture drawn(width_px, height_px, Canvas::kColour);
  drawn.paint({luma, 128, 128});
  // As with a real camera, whose thread ends before it is closed, no picture comes after that.
  std::lock_guard lock(state_->mutex);
  if (state_->open && state_->plugged) state_->frames.put(drawn.stamp(state_->clock.now()).finish());
}

void FakeCamera::broken_frames(int count) {
  std::lock_guard lock(state_->mutex);
  state_->broken += count;
}

void FakeCamera::unplug() {
  std::lock_guard lock(state_->mutex);
  state_->plugged = false;
}

void FakeCamera::plug_in(const std::string& name) {
  std::lock_guard lock(state_->mutex);
  state_->plugged = true;
  state_->name = name;
}

bool FakeCamera::is_open() const {
  std::lock_guard lock(state_->mutex);
  return state_->open;
}

int FakeCamera::openings() const {
  std::lock_guard lock(state_->mutex);
  return state_->openings;
}

int FakeCamera::attempts() const {
  std::lock_guard lock(state_->mutex);
  return state_->attempts;
}

int64_t FakeCamera::looks() const {
  std::lock_guard lock(state_->mutex);
  return state_->looks;
}

}  // namespace gladi::test
