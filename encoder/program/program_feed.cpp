#include "encoder/program/program_feed.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "encoder/base/mutex.h"
#include "encoder/base/platform.h"
#include "encoder/program/compositor.h"

namespace gladi {

struct ProgramFeed::Impl {
  Impl(const Canvas& the_canvas, Clock& the_clock, FrameSelector& the_camera)
      : canvas(the_canvas),
        clock(the_clock),
        camera(the_camera),
        layout(camera_full(the_canvas)),
        compositor(the_canvas),
        origin(the_clock.now()) {}

  const Canvas canvas;
  Clock& clock;
  FrameSelector& camera;
  NewestSlot<Picture> preview;

  // Set after a change below, so that the program thread looks at it before its next tick.
  std::atomic<bool> wake{false};

  Mutex mutex;
  Condition detached;
  bool stop GUARDED_BY(mutex) = false;
  Layout layout GUARDED_BY(mutex);
  std::shared_ptr<const OverlayPlan> overlays GUARDED_BY(mutex) = std::make_shared<OverlayPlan>();
  PlacedOverlay slate GUARDED_BY(mutex);
  ProgramSink* sink GUARDED_BY(mutex) = nullptr;
  MediaTime start GUARDED_BY(mutex);
  std::optional<MediaTime> end GUARDED_BY(mutex);
  ProgramCounters counters GUARDED_BY(mutex);
  std::atomic<int> picture_every{1};

  // The program thread's own. Ticks are origin + canvas.frame_time(index).
  Compositor compositor;
  MediaTime origin;
  int64_t index = 0;
  bool on_take = false;            // the ticks are those of the attached take
  int64_t skipped_before = 0;      // camera frames skipped before it
  int64_t put_before = 0;          // and given before it
  bool picked_for_take = false;    // a tick of the take has been served
  int64_t picked_index = 0;        // the newest one that chose a picture of its own
  PicturePtr frame, camera_shown;  // what was composed last, and from what
  Layout layout_shown;
  std::shared_ptr<const OverlayPlan> overlays_shown;
  PlacedOverlay slate_shown;  // empty while the camera is there

  std::thread thread;

  struct Tick {
    MediaTime due;    // when its picture should have been taken
    MediaTime limit;  // ticks from here on belong to somebody else
  };

  void wake_up() {
    wake = true;
    clock.wake_sleepers();
  }
  MediaTime due(int64_t n) const { return origin + canvas.frame_time(n); }

  void run();
  std::optional<Tick> next_tick();
  void serve(const Tick& tick, MediaTime lateness, int repeats);
  bool compose(const PicturePtr& picked, bool camera_lost);
};

void ProgramFeed::Impl::run() {
  platform::name_this_thread("program");
  while (const std::optional<Tick> tick = next_tick()) {
    const MediaTime served_at = tick->due + kSelectionDelay;
    clock.sleep_until(served_at, wake);
    wake = false;
    const MediaTime now = clock.now();
    if (now < served_at) continue;  // woken because something changed

    const MediaTime lateness = now - served_at;
    int repeats = 0;
    if (lateness > kCatchUp) {
      while (due(index + repeats + 1) + kSelectionDelay <= now && due(index + repeats + 1) < tick->limit)
        ++repeats;
    }
    serve(*tick, lateness, repeats);
    index += 1 + repeats;
  }
}

// Decides which tick comes next, and begins or ends a take where one is due. Nothing once the feed is to
// stop.
std::optional<ProgramFeed::Impl::Tick> ProgramFeed::Impl::next_tick() {
  MutexLock lock(mutex);
  if (stop) return std::nullopt;
  if (sink && !on_take && due(index) >= start) {
    origin = start;
    index = 0;
    on_take = true;
    picked_for_take = false;
    skipped_before = camera.frames_skipped();
    put_before = camera.frames_put();
  }
  if (sink && end && (on_take ? due(index) : start) >= *end) {
    sink = nullptr;
    on_take = false;
    end.reset();
    detached.notify_all();
  }
  constexpr MediaTime kNever{INT64_MAX};
  return Tick{due(index), !sink ? kNever : on_take ? end.value_or(kNever) : start};
}

void ProgramFeed::Impl::serve(const Tick& tick, MediaTime lateness, int repeats) {
  // Counted in groups of ticks, as a late thread skips the first of a group again and again.
  const int every = picture_every;
  const bool resting = on_take && picked_for_take && index / every == picked_index / every;
  if (!resting) picked_index = index;
  const PicturePtr picked = resting ? camera_shown : camera.pick(tick.due);
  const CameraPresence presence = camera.presence();
  const bool same_camera = picked && picked == camera_shown;
  if (!resting && compose(picked, !picked && presence == CameraPresence::kLost)) preview.put(frame);
  if (!on_take) return;

  ProgramSink* taker = nullptr;
  {
    MutexLock lock(mutex);
    taker = sink;
    counters.frames += 1 + repeats;
    counters.repeated_late += repeats;
    const bool seen_before = same_camera && picked_for_take;
    if (presence != CameraPresence::kLive) {
      ++counters.lost_camera;
    } else if (resting) {
      ++counters.repeated_overload;
    } else if (seen_before) {
      ++counters.repeated_camera;
    }
    if (picked && !seen_before) counters.picture_lateness.add(tick.due - picked->stamp);
    counters.camera_frames = camera.frames_put() - put_before;
    counters.skipped_camera = camera.frames_skipped() - skipped_before;
    counters.worst_lateness = std::max(counters.worst_lateness, lateness);
  }
  picked_for_take = true;
  taker->on_program_frame(frame, index, repeats);
}

// False when nothing has changed since the last frame, which is then shown again.
bool ProgramFeed::Impl::compose(const PicturePtr& picked, bool camera_lost) {
  PlacedOverlay slate_now;
  Layout layout_now;
  std::shared_ptr<const OverlayPlan> overlays_now;
  {
    MutexLock lock(mutex);
    layout_now = layout;
    overlays_now = overlays;
    if (camera_lost) slate_now = slate;
  }
  if (frame && picked == camera_shown && layout_now == layout_shown && overlays_now == overlays_shown &&
      slate_now == slate_shown)
    return false;
  if (slate_now.bitmap) {
    OverlayPlan with_slate{slate_now};
    with_slate.insert(with_slate.end(), overlays_now->begin(), overlays_now->end());
    frame = compositor.compose(nullptr, layout_now, with_slate);
  } else {
    frame = compositor.compose(picked.get(), layout_now, *overlays_now);
  }
  slate_shown = std::move(slate_now);
  camera_shown = picked;
  layout_shown = layout_now;
  overlays_shown = std::move(overlays_now);
  return true;
}

ProgramFeed::ProgramFeed(const Canvas& canvas, Clock& clock, FrameSelector& camera)
    : impl_(std::make_unique<Impl>(canvas, clock, camera)) {
  impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
}

ProgramFeed::~ProgramFeed() {
  {
    MutexLock lock(impl_->mutex);
    impl_->stop = true;
  }
  impl_->wake_up();
  impl_->thread.join();
}

void ProgramFeed::set_layout(const Layout& layout) {
  MutexLock lock(impl_->mutex);
  impl_->layout = layout;
}

void ProgramFeed::set_overlays(std::shared_ptr<const OverlayPlan> plan) {
  if (!plan) plan = std::make_shared<OverlayPlan>();
  MutexLock lock(impl_->mutex);
  impl_->overlays.swap(plan);  // the old plan is released after the lock
}

void ProgramFeed::set_slate(const PlacedOverlay& slate) {
  MutexLock lock(impl_->mutex);
  impl_->slate = slate;
}

void ProgramFeed::set_picture_every(int ticks) {
  impl_->picture_every = std::max(1, ticks);
}

const NewestSlot<Picture>& ProgramFeed::preview() const {
  return impl_->preview;
}

void ProgramFeed::attach(ProgramSink& sink, MediaTime start) {
  {
    MutexLock lock(impl_->mutex);
    impl_->sink = &sink;
    impl_->start = start;
    impl_->end.reset();
    impl_->counters = {};
    impl_->picture_every = 1;
  }
  spdlog::debug("take begins at {} ns", start.ns);  // what tests/bench/live_cost.py counts frames from
  impl_->wake_up();
}

void ProgramFeed::detach(MediaTime end) {
  {
    MutexLock lock(impl_->mutex);
    if (!impl_->sink) return;
    impl_->end = end;
  }
  impl_->wake_up();
  MutexLock lock(impl_->mutex);
  while (impl_->sink) impl_->detached.wait(impl_->mutex);
}

ProgramCounters ProgramFeed::counters() const {
  MutexLock lock(impl_->mutex);
  return impl_->counters;
}

const Canvas& ProgramFeed::canvas() const {
  return impl_->canvas;
}

}  // namespace gladi
