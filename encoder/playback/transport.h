// What the player does: play, pause, seek, step, on the player's thread. Private to encoder.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "encoder/playback/picture_timeline.h"
#include "encoder/playback/player.h"
#include "encoder/playback/sound_player.h"

namespace gladi {

// One thread at a time. Shows pictures by putting them into `screen`, which must outlive it.
class Transport {
 public:
  Transport(std::unique_ptr<PictureTimeline> pictures, Clock& clock, SoundOutputFactory factory,
            NewestSlot<Picture>& screen);

  void play();
  void play_backwards(double speed);
  void pause();
  // `superseded` tells whether a newer seek is waiting: a slow search is then given up, with a picture from
  // the way.
  void seek(MediaTime to, const std::function<bool()>& superseded);
  void step(int frames);
  void set_speed(double speed);
  void set_volume(float volume) { sound_.set_volume(volume); }
  void set_heard(bool heard) { sound_.set_heard(heard); }
  void set_loop(std::optional<PlayerLoop> loop) { loop_ = loop; }

  // While playing: keeps sound and picture going. Returns how long nothing has to be done.
  MediaTime advance();

  bool playing() const { return playing_; }
  PlayerState state() const;  // `seeking` is left to whoever knows what is asked for

 private:
  void show(PicturePtr picture);
  void show_due();
  void resume_sound();
  void count_backwards_from(MediaTime at);
  MediaTime advance_backwards();

  const std::unique_ptr<PictureTimeline> pictures_;
  SoundPlayer sound_;
  Clock& clock_;
  NewestSlot<Picture>& screen_;
  const MediaTime duration_;
  const MediaTime frame_duration_;

  bool playing_ = false;
  double speed_ = 1.0;
  std::optional<PlayerLoop> loop_;
  double backwards_speed_ = 0;  // while playing backwards, by the Clock; else 0
  MediaTime backwards_from_;    // take time
  MediaTime backwards_since_;   // on the Clock
  MediaTime cursor_;            // where playing goes on
  PicturePtr shown_;
  PicturePtr next_;  // while playing: what follows shown_; null behind the last picture
};

}  // namespace gladi
