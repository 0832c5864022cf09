// Keeps a microphone going: sees when it falls silent for good, opens it again, and lets a person take
// another one in the middle of a take.
#pragma once

#include <memory>
#include <string>
#include <thread>

#include "encoder/base/clock.h"
#include "encoder/base/mutex.h"
#include "encoder/capture/capture_devices.h"
#include "encoder/capture/stop_signal.h"

namespace gladi {

// A thread of its own ("mic-watch") looks at what arrives in the ring. A microphone is lost when no sample
// has come for 500 ms (a card that is pulled out just stops), when it says that it failed, or when the sound
// server feeds us from another one. It is closed and opened again, at once and then every second, for ever:
// so the one that was chosen is back as soon as it is there. Silence alone does this only after 1.5 s, since
// a busy machine may hand over late what the device holds. Blocks tell their rate, so that each opening may
// have another one.
class ReconnectingMicrophone final : public SoundSource {
 public:
  // `microphone` was opened by `devices` onto `ring`; it is the one that is looked for, also where it was
  // opened as "the default". `ring` and `clock` must outlive it.
  ReconnectingMicrophone(std::unique_ptr<SoundSource> microphone, std::shared_ptr<CaptureDevices> devices,
                         SoundRing& ring, Clock& clock);
  ~ReconnectingMicrophone() override;

  // Any thread; returns at once. That one is used, and looked for, from now on. `name` as in
  // MicrophoneDevice::spec without its prefix.
  void use(const std::string& name);

  std::string name() const override;    // of the one opened last
  std::string device() const override;  // the same one's
  int sample_rate_hz() const override;
  int channels() const override;
  std::optional<Error> failure() const override;  // while it is lost
  const OutageLog* outages() const override { return &outages_; }

  static constexpr MediaTime kLostAfter = MediaTime::from_ms(500);
  static constexpr MediaTime kResetAfter = MediaTime::from_ms(1500);
  static constexpr MediaTime kFirstSoundWithin = MediaTime::from_ms(2000);  // sound servers wake slowly
  static constexpr MediaTime kTryEvery = MediaTime::from_ms(1000);

 private:
  void run(MediaTime due);
  void look(MediaTime now);
  void look_at_wish(MediaTime now);
  void lose(MediaTime now, Error reason);
  void try_again(MediaTime now);
  void take(std::unique_ptr<SoundSource> microphone, MediaTime now);

  const std::shared_ptr<CaptureDevices> devices_;
  SoundRing& ring_;
  Clock& clock_;
  OutageLog outages_;

  mutable Mutex mutex_;
  std::string shown_name_ GUARDED_BY(mutex_);
  std::string device_ GUARDED_BY(mutex_);
  int rate_hz_ GUARDED_BY(mutex_) = 0;
  int channels_ GUARDED_BY(mutex_) = 1;
  std::string wish_ GUARDED_BY(mutex_);
  bool has_wish_ GUARDED_BY(mutex_) = false;

  // The watch's own.
  std::string wanted_;
  std::unique_ptr<SoundSource> microphone_;
  MediaTime seen_;              // newest_arrival() when sound was last seen to have come
  MediaTime seen_at_;           // when that was, or when the microphone was opened
  bool first_awaited_ = false;  // nothing has come since it was opened
  MediaTime next_try_;
  StopSignal stop_;
  std::thread thread_;  // last: everything above is there when it starts
};

}  // namespace gladi
