#include "studio/coaching/picture_sampler.h"

#include <atomic>
#include <deque>
#include <iterator>
#include <thread>
#include <utility>

#include "encoder/base/mutex.h"
#include "encoder/base/platform.h"
#include "studio/coaching/shown_part.h"

namespace gladi {
namespace {

// For the shake two pictures that follow each other are needed: this long the second one is waited for, as
// slow webcams take in the dark.
constexpr MediaTime kSecondPicture = MediaTime::from_ms(250);
constexpr MediaTime kLookAgain = MediaTime::from_ms(10);

}  // namespace

struct PictureSampler::Impl {
  struct Shown {
    Layout layout;
    Canvas canvas;
  };

  Impl(const FrameSelector& from, Clock& by, std::unique_ptr<PictureAnalyser> with)
      : frames(from), clock(by), analyser(std::move(with)), faces(analyser->looks_for_faces()) {}

  void run();
  // Sleeps until then or until the end is asked for.
  bool sleep_until(MediaTime due) {
    if (!quit) clock.sleep_until(due, quit);
    return !quit;
  }
  void look();

  const FrameSelector& frames;
  Clock& clock;
  const std::unique_ptr<PictureAnalyser> analyser;  // the thread's
  MediaTime seen_until{INT64_MIN};                  // the thread's: stamp of the last picture looked at

  std::atomic<bool> faces;
  std::atomic<bool> resting = false;
  std::atomic<bool> quit = false;
  Mutex mutex;
  std::deque<PictureSample> waiting GUARDED_BY(mutex);
  std::optional<Shown> shown GUARDED_BY(mutex);
  std::thread thread;  // last: it uses what is above
};

void PictureSampler::Impl::look() {
  const PicturePtr first = frames.newest();
  if (!first || first->stamp == seen_until || frames.presence() != CameraPresence::kLive) return;
  PicturePtr second = first;
  for (const MediaTime end = clock.now() + kSecondPicture; second == first && clock.now() < end;) {
    if (!sleep_until(clock.now() + kLookAgain)) return;
    second = frames.newest();
    if (!second) return;
  }
  seen_until = second->stamp;
  PictureSample sample = analyser->look(*second, second == first ? nullptr : first.get());
  faces = analyser->looks_for_faces();
  MutexLock lock(mutex);
  if (shown) sample.shown = shown_part(*second, shown->layout, shown->canvas);
  waiting.push_back(std::move(sample));
  if (waiting.size() > kMostWaiting) waiting.pop_front();
}

void PictureSampler::Impl::run() {
  platform::name_this_thread("sampler");
  platform::lower_this_thread_priority();
  MediaTime due = clock.now();
  while (!quit) {
    if (!resting) look();
    due = std::max(due + kInterval, clock.now());  // a look that took long isn't made up for
    if (!sleep_until(due)) return;
  }
}

PictureSampler::PictureSampler(const FrameSelector& frames, Clock& clock,
                               std::unique_ptr<PictureAnalyser> analyser)
    : impl_(std::make_unique<Impl>(frames, clock, std::move(analyser))) {
  impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
}

PictureSampler::~PictureSampler() {
  impl_->quit = true;
  impl_->clock.wake_sleepers();
  impl_->thread.join();
}

void PictureSampler::rest(bool resting) {
  impl_->resting = resting;
}

void PictureSampler::show(const Layout& layout, const Canvas& canvas) {
  MutexLock lock(impl_->mutex);
  impl_->shown = Impl::Shown{layout, canvas};
}

bool PictureSampler::looks_for_faces() const {
  return impl_->faces;
}

std::vector<PictureSample> PictureSampler::take() {
  MutexLock lock(impl_->mutex);
  std::vector<PictureSample> taken(std::make_move_iterator(impl_->waiting.begin()),
                                   std::make_move_iterator(impl_->waiting.end()));
  impl_->waiting.clear();
  return taken;
}

}  // namespace gladi
