#include "encoder/capture/media_source.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

#include "encoder/base/platform.h"
#include "encoder/capture/failure_slot.h"
#include "encoder/capture/media_timeline.h"

namespace gladi {
namespace {

// Pictures are handed over a little before their time, so that a late wake-up makes none late.
constexpr MediaTime kPictureLead = MediaTime::from_ms(10);
// From the first picture decoded to its time: files need a moment for the next ones, networks deliver
// unevenly.
constexpr MediaTime kFileStart = MediaTime::from_ms(40);
constexpr MediaTime kNetworkStart = MediaTime::from_ms(200);
// Behind by more than this (the machine slept, the network stood still) everything moves on to now.
constexpr MediaTime kTooLate = MediaTime::from_ms(500);
constexpr MediaTime kTooEarly = MediaTime::from_ms(5000);  // a stream whose stamps jumped

}  // namespace

struct MediaSource::Impl {
  Impl(std::unique_ptr<MediaTimeline> media, FrameSelector* selector, SoundRing* sound_ring, Clock& the_clock)
      : timeline(std::move(media)), frames(selector), ring(sound_ring), clock(the_clock) {}

  void run();
  bool deliver_next();
  MediaTime due_of_next() const;
  void follow_clock();
  void put_picture();
  void push_block();
  bool picture_is_next() const;

  const std::unique_ptr<MediaTimeline> timeline;
  FrameSelector* const frames;
  SoundRing* const ring;
  Clock& clock;
  std::string name;
  PictureMode mode;
  bool from_network = false;
  bool started = false;
  bool jumped = false;   // the next block doesn't follow on
  MediaTime start_time;  // the timeline's 0 on the clock
  std::atomic<int64_t> broken{0};
  FailureSlot failure;
  StopSignal stop;
  std::thread thread;  // last: everything above is there when it starts
};

void MediaSource::Impl::run() {
  platform::name_this_thread(frames != nullptr ? "camera" : "microphone");
  while (!stop.requested()) {
    auto filled = timeline->fill(from_network ? 1 : 3);
    broken = timeline->broken();
    if (!filled) {
      if (!stop.requested()) failure.set(std::move(filled).error());
      return;
    }
    if (!deliver_next()) return;
  }
}

bool MediaSource::Impl::picture_is_next() const {
  const bool has_block = timeline->has_sound() && !timeline->blocks().empty();
  if (timeline->pictures().empty()) return false;
  return !has_block ||
         timeline->pictures().front()->stamp - kPictureLead <= timeline->blocks().front().arrived_at;
}

MediaTime MediaSource::Impl::due_of_next() const {
  return start_time + (picture_is_next() ? timeline->pictures().front()->stamp - kPictureLead
                                         : timeline->blocks().front().arrived_at);
}

// Sets the timeline's place on the clock, once, and again where the two have come apart.
void MediaSource::Impl::follow_clock() {
  const MediaTime now = clock.now();
  const MediaTime margin = from_network ? kNetworkStart : kFileStart;
  const MediaTime due = due_of_next();
  if (started && due > now - kTooLate && due < now + kTooEarly) return;
  start_time += now + margin - due;
  jumped = started;
  started = true;
}

bool MediaSource::Impl::deliver_next() {
  follow_clock();
  if (!stop.sleep_until(clock, due_of_next())) return false;
  if (picture_is_next()) {
    put_picture();
  } else {
    push_block();
  }
  return true;
}

void MediaSource::Impl::put_picture() {
  auto& waiting = timeline->pictures();
  auto stamped = std::make_shared<Picture>(*waiting.front());
  stamped->stamp += start_time;
  waiting.pop_front();
  frames->put(std::move(stamped));
}

void MediaSource::Impl::push_block() {
  auto& waiting = timeline->blocks();
  SoundBlock& block = waiting.front();
  block.arrived_at += start_time;
  block.overflow = std::exchange(jumped, false);
  ring->try_push(block);
  waiting.pop_front();
}

Result<std::unique_ptr<MediaSource>> MediaSource::start(std::unique_ptr<MediaInput> input,
                                                        FrameSelector* frames, SoundRing* ring, Clock& clock,
                                                        std::string name) {
  auto timeline = MediaTimeline::open(std::move(input), frames != nullptr, ring != nullptr);
  if (!timeline) return fail(std::move(timeline));
  auto impl = std::make_unique<Impl>(std::move(*timeline), frames, ring, clock);
  const MediaInput& opened = impl->timeline->input();
  impl->name = name.empty() ? opened.place().shown_name() : std::move(name);
  impl->from_network = opened.place().kind == MediaPlace::Kind::kUrl;
  if (frames != nullptr) {
    const AVCodecParameters& codec = *opened.picture()->codecpar;
    impl->mode = {codec.width, codec.height, impl->timeline->fps(), avcodec_get_name(codec.codec_id)};
  }
  impl->timeline->stop_with(&impl->stop);
  impl->thread = std::thread([raw = impl.get()] { raw->run(); });
  return std::unique_ptr<MediaSource>(new MediaSource(std::move(impl)));
}

MediaSource::MediaSource(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

MediaSource::~MediaSource() {
  impl_->stop.request();
  impl_->thread.join();
}

std::string MediaSource::name() const {
  return impl_->name;
}
PictureMode MediaSource::mode() const {
  return impl_->mode;
}
int MediaSource::sample_rate_hz() const {
  return SoundCutter::kRateHz;
}
int MediaSource::channels() const {
  return impl_->timeline->channels();
}
std::optional<Error> MediaSource::failure() const {
  return impl_->failure.get();
}
int64_t MediaSource::broken_frames() const {
  return impl_->broken.load();
}

}  // namespace gladi
