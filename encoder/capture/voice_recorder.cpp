#include "encoder/capture/voice_recorder.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>
#include <vector>

#include "encoder/base/mutex.h"
#include "encoder/base/platform.h"
#include "encoder/file/voice_file.h"
#include "encoder/sound/sound_feed.h"

namespace gladi {
namespace {

constexpr MediaTime kLeadIn = MediaTime::from_ms(60);
constexpr MediaTime kLook = MediaTime::from_ms(50);
constexpr MediaTime kWorthKeeping = MediaTime::from_ms(300);
constexpr auto kMostFrames =
    static_cast<size_t>(VoiceRecorder::kLongest.ns / 1'000'000'000 * SoundFormat::kSampleRateHz);

// Both sides as one, up to the greatest length.
class Tape final : public SoundSink {
 public:
  Tape() { mono_.reserve(kMostFrames); }
  void on_sound(const float* interleaved, int frames) override {
    MutexLock lock(mutex_);
    for (int i = 0; i < frames && mono_.size() < kMostFrames; ++i)
      mono_.push_back((interleaved[2 * i] + interleaved[2 * i + 1]) / 2);
  }
  MediaTime length() const {
    MutexLock lock(mutex_);
    return MediaTime::from_count(static_cast<int64_t>(mono_.size()), SoundFormat::kSampleRateHz);
  }
  std::vector<float> sound() const {
    MutexLock lock(mutex_);
    return mono_;
  }

 private:
  mutable Mutex mutex_;
  std::vector<float> mono_ GUARDED_BY(mutex_);  // never grows beyond what was reserved
};

}  // namespace

struct VoiceRecorder::Impl {
  Impl(SourceOptions the_options, Clock& the_clock, std::function<void()> the_wake)
      : options(std::move(the_options)), clock(the_clock), wake(std::move(the_wake)) {}

  void run();
  std::optional<Error> record(Sources& sources);
  void set_phase(VoiceRecording::Phase phase, std::optional<Error> problem = {});

  const SourceOptions options;
  Clock& clock;
  const std::function<void()> wake;
  Tape tape;
  std::atomic<bool> stop{false};

  mutable Mutex mutex;
  VoiceRecording shown GUARDED_BY(mutex);  // but for the length

  std::thread thread;  // last
};

void VoiceRecorder::Impl::set_phase(VoiceRecording::Phase phase, std::optional<Error> problem) {
  {
    MutexLock lock(mutex);
    shown.phase = phase;
    shown.problem = std::move(problem);
  }
  if (wake) wake();
}

void VoiceRecorder::Impl::run() {
  platform::name_this_thread("voice note");
  const std::unique_ptr<Sources> sources = Sources::open(options, clock);
  const bool stand_in = sources->demo_microphone() && options.microphone.kind != SourceSpec::Kind::kDemo;
  std::optional<Error> problem = sources->microphone_problem();
  if (!problem && (sources->microphone() == nullptr || stand_in))
    problem = Error{ErrorKind::kNotFound, Message(GLADI_TEXT("There is no microphone to speak into.")), {}};
  if (!problem) problem = record(*sources);
  set_phase(VoiceRecording::Phase::kEnded, std::move(problem));
}

// Until it is stopped, full, or the microphone is gone: then why.
std::optional<Error> VoiceRecorder::Impl::record(Sources& sources) {
  SoundFeed feed(clock, sources.sound(), sources.sample_rate_hz());
  feed.attach(tape, clock.now() + kLeadIn);
  set_phase(VoiceRecording::Phase::kRecording);
  std::optional<Error> problem;
  while (!stop && !problem && tape.length() < kLongest) {
    clock.sleep_until(clock.now() + kLook, stop);
    problem = sources.microphone()->failure();
    MutexLock lock(mutex);
    shown.level = feed.level();
  }
  // Behind the last sound that came there would only be silence.
  const MediaTime now = clock.now();
  feed.detach(problem ? std::min(now, sources.sound().newest_arrival()) : now);
  return problem;
}

VoiceRecorder::VoiceRecorder(SourceOptions sources, Clock& clock, std::function<void()> wake) {
  sources.camera = {SourceSpec::Kind::kNone, {}};
  impl_ = std::make_unique<Impl>(std::move(sources), clock, std::move(wake));
  impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
}

VoiceRecorder::~VoiceRecorder() {
  stop();
  impl_->thread.join();
}

void VoiceRecorder::stop() {
  impl_->stop = true;
  impl_->clock.wake_sleepers();
}

VoiceRecording VoiceRecorder::state() const {
  const MediaTime length = impl_->tape.length();
  MutexLock lock(impl_->mutex);
  VoiceRecording state = impl_->shown;
  state.length = std::min(length, kLongest);
  return state;
}

Status VoiceRecorder::save(const std::filesystem::path& file) const {
  if (impl_->tape.length() < kWorthKeeping)
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("Nothing was recorded.")));
  return write_voice_file(file, impl_->tape.sound());
}

}  // namespace gladi
