// A sound device whose clock a test moves: what the player gives it is kept, sample for sample.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "encoder/playback/sound_output.h"

namespace gladi::test {

// Any thread. The outputs made by factory() share this device's state and keep it alive.
class FakeSoundDevice {
 public:
  FakeSoundDevice();
  SoundOutputFactory factory() const;

  // The device plays this long, if it is started. Plays no more than it was given.
  void play(int frames);
  void break_down();  // no more callbacks: the output reports a failure

  bool started() const;
  int queued_frames() const;
  std::vector<float> heard() const;  // the left channel of all that was played
  // How often the player has asked for the position. Two more than before a play() mean that it has shown
  // what was due.
  int64_t looks() const;

  static constexpr int kRateHz = 48'000;

 private:
  struct State;
  class Output;
  std::shared_ptr<State> state_;
};

}  // namespace gladi::test
