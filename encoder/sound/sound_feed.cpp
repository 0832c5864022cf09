#include "encoder/sound/sound_feed.h"

#include <atomic>
#include <optional>
#include <thread>
#include <utility>

#include "encoder/base/mutex.h"
#include "encoder/base/platform.h"
#include "encoder/sound/sound_placer.h"

namespace gladi {
namespace {

constexpr MediaTime kPoll = MediaTime::from_ms(10);
// Sound that is later than this is given up: the take goes on with silence.
constexpr MediaTime kPatience = MediaTime::from_ms(500);

}  // namespace

struct SoundFeed::Impl {
  Impl(Clock& the_clock, SoundRing& the_ring, int sample_rate_hz)
      : clock(the_clock), ring(the_ring), meter(sample_rate_hz), placer(sample_rate_hz) {}

  Clock& clock;
  SoundRing& ring;
  std::atomic<bool> wake{false};

  mutable Mutex mutex;
  Condition detached;
  bool stop GUARDED_BY(mutex) = false;
  SoundSink* sink GUARDED_BY(mutex) = nullptr;
  MediaTime start GUARDED_BY(mutex);
  std::optional<MediaTime> end GUARDED_BY(mutex);
  SoundLevel level GUARDED_BY(mutex);
  SoundCounters counters GUARDED_BY(mutex);
  std::vector<SoundGap> gaps GUARDED_BY(mutex);

  // The audio thread's own.
  LevelMeter meter;
  SoundPlacer placer;
  SoundBlock block;                   // taken from the ring last
  bool block_waits = false;           // it arrived after the moment that is being looked at
  int64_t dropped_before = 0;         // the ring's losses before the take
  std::optional<MediaTime> take_end;  // set once detach() has been called

  std::thread thread;

  void wake_up() {
    wake = true;
    clock.wake_sleepers();
  }
  void run();
  bool look_at_orders();
  void poll(MediaTime now);
};

void SoundFeed::Impl::run() {
  platform::name_this_thread("audio");
  for (;;) {
    // The time is read before the orders: no sound that is later than an end given meanwhile gets in.
    const MediaTime now = clock.now();
    if (!look_at_orders()) return;
    poll(now);
    clock.sleep_until(now + kPoll, wake);
    wake = false;
  }
}

// False once the feed is to stop.
bool SoundFeed::Impl::look_at_orders() {
  MutexLock lock(mutex);
  if (sink && !placer.active()) {
    placer.begin(*sink, start);
    dropped_before = ring.dropped_blocks();
  }
  if (end && !take_end) {
    take_end = end;
    placer.set_end(*end);
  }
  return !stop;
}

// Takes what has arrived up to `now`.
void SoundFeed::Impl::poll(MediaTime now) {
  while (block_waits || ring.try_pop(block)) {
    block_waits = block.arrived_at > now;
    if (block_waits) break;
    if (block.rate_hz > 0) meter.set_sample_rate(block.rate_hz);
    meter.add(block.samples.data(), block.frames, block.channels, block.arrived_at);
    placer.add(block);
  }
  const bool taking = placer.active();
  bool done = false;
  if (taking) {
    placer.fill_until(now - kPatience);
    done = take_end && (placer.covers(*take_end) || now >= *take_end + kPatience);
    if (done) placer.finish();
  }
  const std::vector<SoundGap> ended = placer.take_gaps();
  MutexLock lock(mutex);
  level = meter.level();
  if (!taking) return;
  gaps.insert(gaps.end(), ended.begin(), ended.end());
  counters = placer.counters();
  counters.dropped_blocks = ring.dropped_blocks() - dropped_before;
  if (done) {
    take_end.reset();
    sink = nullptr;
    end.reset();
    detached.notify_all();
  }
}

SoundFeed::SoundFeed(Clock& clock, SoundRing& ring, int sample_rate_hz)
    : impl_(std::make_unique<Impl>(clock, ring, sample_rate_hz)) {
  impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
}

SoundFeed::~SoundFeed() {
  {
    MutexLock lock(impl_->mutex);
    impl_->stop = true;
  }
  impl_->wake_up();
  impl_->thread.join();
}

SoundLevel SoundFeed::level() const {
  MutexLock lock(impl_->mutex);
  return impl_->level;
}

void SoundFeed::attach(SoundSink& sink, MediaTime start) {
  {
    MutexLock lock(impl_->mutex);
    impl_->sink = &sink;
    impl_->start = start;
    impl_->end.reset();
    impl_->counters = {};
    impl_->gaps.clear();
  }
  impl_->wake_up();
}

void SoundFeed::end_at(MediaTime end) {
  {
    MutexLock lock(impl_->mutex);
    if (!impl_->sink || impl_->end) return;
    impl_->end = end;
  }
  impl_->wake_up();
}

void SoundFeed::detach(MediaTime end) {
  end_at(end);
  MutexLock lock(impl_->mutex);
  while (impl_->sink) impl_->detached.wait(impl_->mutex);
}

SoundCounters SoundFeed::counters() const {
  MutexLock lock(impl_->mutex);
  return impl_->counters;
}

std::vector<SoundGap> SoundFeed::take_gaps() {
  MutexLock lock(impl_->mutex);
  return std::exchange(impl_->gaps, {});
}

}  // namespace gladi
