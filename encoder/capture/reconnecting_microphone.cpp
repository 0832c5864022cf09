#include "encoder/capture/reconnecting_microphone.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "encoder/base/platform.h"

namespace gladi {
namespace {

constexpr MediaTime kLook = MediaTime::from_ms(50);

}  // namespace

ReconnectingMicrophone::ReconnectingMicrophone(std::unique_ptr<SoundSource> microphone,
                                               std::shared_ptr<CaptureDevices> devices, SoundRing& ring,
                                               Clock& clock)
    : devices_(std::move(devices)), ring_(ring), clock_(clock), wanted_(microphone->device()) {
  take(std::move(microphone), clock_.now());
  thread_ = std::thread([this, started_at = clock_.now()] { run(started_at); });
}

ReconnectingMicrophone::~ReconnectingMicrophone() {
  stop_.request();
  thread_.join();
}

void ReconnectingMicrophone::use(const std::string& name) {
  MutexLock lock(mutex_);
  wish_ = name;
  has_wish_ = true;
}

void ReconnectingMicrophone::run(MediaTime due) {
  platform::name_this_thread("mic-watch");
  while (stop_.sleep_until(clock_, due += kLook)) {
    const MediaTime now = clock_.now();
    look(now);
    due = std::max(due, now - kLook);  // the machine stood still: no looks are made up for
  }
  microphone_.reset();
}

void ReconnectingMicrophone::take(std::unique_ptr<SoundSource> microphone, MediaTime now) {
  MutexLock lock(mutex_);
  shown_name_ = microphone->name();
  device_ = microphone->device();
  rate_hz_ = microphone->sample_rate_hz();
  channels_ = microphone->channels();
  microphone_ = std::move(microphone);
  seen_at_ = now;
  first_awaited_ = true;
}

void ReconnectingMicrophone::look(MediaTime now) {
  look_at_wish(now);
  if (!microphone_) {
    if (now >= next_try_) try_again(now);
    return;
  }
  const MediaTime newest = ring_.newest_arrival();
  if (newest != seen_) {
    seen_ = newest;
    seen_at_ = now;
    first_awaited_ = false;
    if (outages_.current()) {
      const MediaTime began = ring_.run_began();
      outages_.end(began.ns > 0 ? began : newest);  // a block may come while the run is begun
      spdlog::info("microphone {}: sound again", microphone_->name());
    }
  }
  if (auto failure = microphone_->check()) {
    lose(now, *std::move(failure));
    return;
  }
  const MediaTime silent = now - seen_at_;
  const auto reason = [this] {
    return Error{ErrorKind::kIo,
                 Message(GLADI_TEXT("The microphone {0} gives no sound any more."), {microphone_->name()}),
                 {}};
  };
  if (silent >= (first_awaited_ ? kFirstSoundWithin : kResetAfter)) {
    lose(now, reason());
  } else if (!first_awaited_ && silent >= kLostAfter && !outages_.current()) {
    ring_.begin_run();
    outages_.begin(seen_, reason());
  }
}

void ReconnectingMicrophone::look_at_wish(MediaTime now) {
  {
    MutexLock lock(mutex_);
    if (!std::exchange(has_wish_, false)) return;
    wanted_ = wish_;
  }
  lose(now, {ErrorKind::kIo, Message(GLADI_TEXT("Another microphone was chosen.")), {}});
  next_try_ = now;
}

void ReconnectingMicrophone::lose(MediaTime now, Error reason) {
  spdlog::warn("{}", reason.english());
  // The first attempt comes at once, unless this was one.
  next_try_ = first_awaited_ ? now + kTryEvery : now;
  microphone_.reset();
  ring_.begin_run();
  seen_ = ring_.newest_arrival();
  outages_.begin(seen_.ns > 0 ? seen_ : seen_at_, std::move(reason));
}

void ReconnectingMicrophone::try_again(MediaTime now) {
  next_try_ = now + kTryEvery;
  auto opened = devices_->open_microphone(wanted_, ring_, clock_);
  if (opened) {
    take(std::move(*opened), clock_.now());
  } else {
    outages_.begin(seen_, std::move(opened).error());
  }
}

std::string ReconnectingMicrophone::name() const {
  MutexLock lock(mutex_);
  return shown_name_;
}

std::string ReconnectingMicrophone::device() const {
  MutexLock lock(mutex_);
  return device_;
}

int ReconnectingMicrophone::sample_rate_hz() const {
  MutexLock lock(mutex_);
  return rate_hz_;
}

int ReconnectingMicrophone::channels() const {
  MutexLock lock(mutex_);
  return channels_;
}

std::optional<Error> ReconnectingMicrophone::failure() const {
  const auto outage = outages_.current();
  return outage ? std::optional(outage->reason) : std::nullopt;
}

}  // namespace gladi
