// Plays a take: picture into a slot, sound through PortAudio, exact seeking.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "encoder/base/clock.h"
#include "encoder/base/error.h"
#include "encoder/base/newest_slot.h"
#include "encoder/program/picture.h"

namespace gladi {

class SoundOutput;

// One file of a take and where it lies on the take's timeline.
struct PlayerPart {
  std::filesystem::path file;
  MediaTime start;
};

// Two points of a take between which it plays again and again.
struct PlayerLoop {
  MediaTime begin;
  MediaTime end;
  friend bool operator==(const PlayerLoop&, const PlayerLoop&) = default;
};

struct PlayerState {
  bool playing = false;        // backwards too
  double backwards_speed = 0;  // while it plays backwards; else 0
  bool seeking = false;        // the picture shown is not yet the one asked for
  bool at_end = false;
  MediaTime position;  // take time of the picture shown; of the sound, where that goes on much longer
  MediaTime duration;
  MediaTime frame_duration;  // one step
  double speed = 1.0;        // of playing forwards
  std::optional<PlayerLoop> loop;
  std::optional<Error> problem;  // decoding or sound output failed: what, in one sentence; the rest goes on
};

// Methods return at once and may be called from the main thread; the player's own threads ("player",
// PortAudio's) do the work. Without a sound device it plays silently by the clock and says so in
// PlayerState::problem.
class Player {
 public:
  // Opens the parts (a fragmented part file that is still being finalised too) and shows the first frame,
  // paused. A part that can't be opened is left out and told in PlayerState::problem, as long as another one
  // can. Reads the files' indexes: some 10 ms, up to 0.2 s for an hour's fragments.
  static Result<std::unique_ptr<Player>> open(std::vector<PlayerPart> parts, Clock& clock);
  // The same with another place for the sound to go to (tests). `output` is called on the player's thread.
  static Result<std::unique_ptr<Player>> open(std::vector<PlayerPart> parts, Clock& clock,
                                              std::function<Result<std::unique_ptr<SoundOutput>>()> output);
  ~Player();

  void play();
  // The pictures only, at `speed` 0.25 to 4, until pause() or the take's beginning.
  void play_backwards(double speed);
  void pause();
  void seek(MediaTime to);  // to the frame shown at `to`; repeated calls while seeking: only the last counts
  void step(int frames);    // pauses; forward or back by whole frames
  void set_speed(double speed);   // 0.25 to 2, pitch kept
  void set_volume(float volume);  // 0 to 1
  // False: plays silently by the clock and keeps no sound device, so that another player is heard.
  void set_heard(bool heard);
  // Playing that reaches the loop's end goes on at its begin; one that starts behind it starts at its begin.
  // Nothing, or one shorter than a tenth of a second: no loop.
  void set_loop(std::optional<PlayerLoop> loop);

  PlayerState state() const;
  // Stamps are take time. A new serial() means a new picture to draw.
  const NewestSlot<Picture>& picture() const;

 private:
  Player();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
