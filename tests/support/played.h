// Waits for what a player does.
#pragma once

#include <gtest/gtest.h>

#include <utility>

#include "encoder/playback/player.h"
#include "tests/support/fake_sound_device.h"
#include "tests/support/numbered_media.h"
#include "tests/support/wait.h"

namespace gladi::test {

// Fails the test when something doesn't become so.
template <class Condition>
bool wait_until(Condition&& condition) {
  const bool happened = wait_for(std::forward<Condition>(condition));
  if (!happened) ADD_FAILURE() << "what was waited for didn't happen";
  return happened;
}

// The number of the picture shown once the player has found what it was asked for; -1 without a picture.
inline int number_shown(const Player& player) {
  wait_until([&] { return !player.state().seeking; });
  const PicturePtr picture = player.picture().get();
  return picture ? number_of(*picture) : -1;
}

inline int number_at(Player& player, MediaTime time) {
  player.seek(time);
  return number_shown(player);
}

inline int number_after_step(Player& player, int frames) {
  player.step(frames);
  return number_shown(player);
}

// The device plays on, and the player has shown what was due by then.
inline void play_on(Player& player, FakeSoundDevice& device, int frames) {
  device.play(frames);
  const int64_t looks = device.looks();
  wait_until([&] {
    player.set_volume(1);  // any wish wakes the player: no need to wait until it looks by itself
    return device.looks() >= looks + 2 || !device.started();
  });
}

}  // namespace gladi::test
