#include "encoder/playback/voice_player.h"

#include <atomic>
#include <thread>
#include <utility>

#include "encoder/base/mutex.h"
#include "encoder/base/platform.h"
#include "encoder/playback/media_stream.h"
#include "encoder/playback/portaudio_output.h"
#include "encoder/playback/sound_player.h"

namespace gladi {
namespace {
constexpr MediaTime kPump = MediaTime::from_ms(20);
}  // namespace

struct VoicePlayer::Impl {
  Impl(std::filesystem::path the_file, float the_volume, Clock& the_clock, std::function<void()> the_wake,
       SoundOutputFactory the_output)
      : file(std::move(the_file)),
        volume(the_volume),
        clock(the_clock),
        wake(std::move(the_wake)),
        output(std::move(the_output)) {}

  void run();
  void play();

  const std::filesystem::path file;
  const float volume;
  Clock& clock;
  const std::function<void()> wake;
  const SoundOutputFactory output;
  std::atomic<bool> stop{false};
  mutable Mutex mutex;
  VoicePlaying shown GUARDED_BY(mutex);
  std::thread thread;  // last
};

void VoicePlayer::Impl::run() {
  platform::name_this_thread("voice");
  play();
  {
    MutexLock lock(mutex);
    shown.playing = false;
  }
  if (wake) wake();
}

void VoicePlayer::Impl::play() {
  auto stream = MediaStream::open(file, AVMEDIA_TYPE_AUDIO);
  if (!stream) {
    std::error_code error;
    const bool there = std::filesystem::exists(file, error);
    MutexLock lock(mutex);
    shown.problem =
        there
            ? stream.error()
            : Error{ErrorKind::kNotFound, Message(GLADI_TEXT("This voice note isn't on this computer.")), {}};
    return;
  }
  const MediaTime length = (*stream)->end();
  SoundPlayer player({{file, {}, {}, true, std::shared_ptr<MediaStream>(std::move(*stream))}}, clock, output);
  player.set_volume(volume);
  player.prepare();
  player.start({}, 1.0);
  while (!stop) {
    player.pump();
    const MediaTime position = player.position();
    {
      MutexLock lock(mutex);
      shown.position = std::min(position, length);
      shown.length = length;
      shown.problem = player.problem();
    }
    if (position >= length) break;
    clock.sleep_until(clock.now() + kPump, stop);
  }
  player.stop();
}

VoicePlayer::VoicePlayer(std::filesystem::path file, float volume, Clock& clock, std::function<void()> wake)
    : VoicePlayer(std::move(file), volume, clock, std::move(wake),
                  [&clock] { return open_portaudio_output(clock); }) {}

VoicePlayer::VoicePlayer(std::filesystem::path file, float volume, Clock& clock, std::function<void()> wake,
                         std::function<Result<std::unique_ptr<SoundOutput>>()> output)
    : impl_(std::make_unique<Impl>(std::move(file), volume, clock, std::move(wake), std::move(output))) {
  impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
}

VoicePlayer::~VoicePlayer() {
  impl_->stop = true;
  impl_->clock.wake_sleepers();
  impl_->thread.join();
}

VoicePlaying VoicePlayer::state() const {
  MutexLock lock(impl_->mutex);
  return impl_->shown;
}

}  // namespace gladi
