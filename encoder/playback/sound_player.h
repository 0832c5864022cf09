// Plays the take's sound and is the clock that the pictures follow. Private to encoder.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "encoder/base/clock.h"
#include "encoder/playback/sound_output.h"
#include "encoder/playback/sound_timeline.h"
#include "encoder/playback/speed_filter.h"

namespace gladi {

// The player's thread only. While sound is heard, the position is what is being heard; without a device, and
// for takes without any sound, it goes by the Clock.
class SoundPlayer {
 public:
  SoundPlayer(std::vector<SoundPart> parts, Clock& clock, SoundOutputFactory factory);

  // Opens the device if it isn't open; tries again where it failed before. May take a quarter of a second.
  void prepare();
  // Plays from take time `at` on. Runs on behind the take's end, silently: whoever plays watches position().
  void start(MediaTime at, double speed);
  void stop();
  void set_volume(float volume);
  // False: silent by the Clock, and the device is closed. While playing it goes on where it is.
  void set_heard(bool heard);

  // Fills up what the device has used. Call at least each 50 ms while playing.
  void pump();
  // Take time now. Never goes back while playing.
  MediaTime position();

  std::optional<Error> problem() const;

 private:
  void check_device();
  void start_silently(MediaTime at);
  bool make_chunk();

  Clock& clock_;
  const SoundOutputFactory factory_;
  std::vector<SoundPart> parts_;
  const bool any_sound_;
  std::unique_ptr<SoundOutput> output_;
  std::unique_ptr<SoundTimeline> timeline_;
  std::unique_ptr<SpeedFilter> filter_;  // null at normal speed
  std::vector<float> chunk_, read_;
  std::optional<Error> device_problem_;
  float volume_ = 1.0F;

  double speed_ = 1.0;
  bool heard_ = true;
  bool playing_ = false;
  bool silent_ = true;       // by the clock
  MediaTime started_at_;     // take time of first_frame_ or clock_start_
  int64_t first_frame_ = 0;  // of output_
  MediaTime clock_start_;
  MediaTime position_;
};

}  // namespace gladi
