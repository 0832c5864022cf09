#include "encoder/capture/reconnecting_camera.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "encoder/base/platform.h"

namespace gladi {
namespace {

constexpr MediaTime kLook = MediaTime::from_ms(50);
constexpr double kUsualFps = 30;  // where a camera doesn't tell

Error silent_error(const std::string& name) {
  return {ErrorKind::kIo, Message(GLADI_TEXT("The camera {0} gives no pictures any more."), {name}), {}};
}

Error broken_error(const std::string& name) {
  return {ErrorKind::kIo, Message(GLADI_TEXT("The camera {0} gives broken pictures only."), {name}), {}};
}

}  // namespace

ReconnectingCamera::ReconnectingCamera(std::unique_ptr<PictureSource> camera, Reopen reopen,
                                       FrameSelector& frames, Clock& clock)
    : reopen_(std::move(reopen)), frames_(frames), clock_(clock) {
  take(std::move(camera), clock_.now());
  thread_ = std::thread([this, started_at = clock_.now()] { run(started_at); });
}

ReconnectingCamera::~ReconnectingCamera() {
  stop_.request();
  thread_.join();
}

void ReconnectingCamera::run(MediaTime due) {
  platform::name_this_thread("camera-watch");
  while (stop_.sleep_until(clock_, due += kLook)) {
    const MediaTime now = clock_.now();
    look(now);
    due = std::max(due, now - kLook);  // the machine stood still: no looks are made up for
  }
}

void ReconnectingCamera::take(std::unique_ptr<PictureSource> camera, MediaTime now) {
  MutexLock lock(mutex_);
  name_ = camera->name();
  mode_ = camera->mode();
  camera_ = std::move(camera);
  seen_at_ = now;
  first_awaited_ = true;
  broken_then_ = 0;
}

void ReconnectingCamera::look(MediaTime now) {
  std::shared_ptr<PictureSource> camera;
  std::string name;
  double fps = 0;
  {
    MutexLock lock(mutex_);
    camera = camera_;
    name = name_;
    fps = mode_.fps > 0 ? mode_.fps : kUsualFps;
  }
  if (!camera) {
    if (now >= next_try_) try_again(now);
    return;
  }
  const int64_t put = frames_.frames_put();
  if (put != seen_) {
    seen_ = put;
    seen_at_ = now;
    last_stamp_ = frames_.newest_stamp();
    first_awaited_ = false;
    broken_then_ = camera->broken_frames();
    if (outages_.current()) {
      outages_.end(last_stamp_);
      spdlog::info("camera {}: pictures again", name);
    }
    MutexLock lock(mutex_);
    lost_ = false;
  } else if (auto failure = camera->failure()) {
    camera.reset();
    lose(now, *std::move(failure));
  } else if (camera->broken_frames() - broken_then_ >= kBrokenInARow) {
    camera.reset();
    lose(now, broken_error(name));
  } else {
    const MediaTime silent = now - seen_at_;
    const auto periods = [fps](int count) { return MediaTime::from_seconds(count / fps); };
    if (silent >= (first_awaited_ ? kFirstFrameWithin : std::max(kResetAfter, periods(kResetPeriods)))) {
      camera.reset();
      lose(now, silent_error(name));
    } else if (!first_awaited_ && silent >= periods(kStalledPeriods) && !outages_.current() &&
               frames_.mark(CameraPresence::kStalled, seen_)) {
      outages_.begin(last_stamp_, silent_error(name));
    }
  }
}

// The caller holds no share of the camera any more: it is closed here.
void ReconnectingCamera::lose(MediaTime now, Error reason) {
  if (!frames_.mark(CameraPresence::kLost, seen_)) return;  // a frame came just now: the next look decides
  spdlog::warn("{}", reason.english());
  outages_.begin(seen_ > 0 ? last_stamp_ : seen_at_, std::move(reason));  // closing may take its time
  std::shared_ptr<PictureSource> closing;
  {
    MutexLock lock(mutex_);
    lost_ = true;
    broken_before_ += camera_->broken_frames();
    closing = std::exchange(camera_, nullptr);
  }
  closing.reset();
  // What came while it was being closed is no sign of life.
  seen_ = frames_.frames_put();
  frames_.mark(CameraPresence::kLost, seen_);
  // The first attempt comes at once, unless this was one.
  next_try_ = first_awaited_ ? now + kTryEvery : now;
}

void ReconnectingCamera::try_again(MediaTime now) {
  next_try_ = now + kTryEvery;
  auto opened = reopen_(stop_);
  if (opened) {
    take(std::move(*opened), clock_.now());
  } else {
    outages_.begin(last_stamp_, std::move(opened).error());
  }
}

std::string ReconnectingCamera::name() const {
  MutexLock lock(mutex_);
  return name_;
}

PictureMode ReconnectingCamera::mode() const {
  MutexLock lock(mutex_);
  return mode_;
}

std::optional<Error> ReconnectingCamera::failure() const {
  {
    MutexLock lock(mutex_);
    if (!lost_) return std::nullopt;
  }
  const auto outage = outages_.current();
  return outage ? std::optional(outage->reason) : std::nullopt;
}

int64_t ReconnectingCamera::broken_frames() const {
  MutexLock lock(mutex_);
  return broken_before_ + (camera_ ? camera_->broken_frames() : 0);
}

}  // namespace gladi
