#include "encoder/playback/player.h"

#include <algorithm>
#include <thread>

#include "encoder/base/mutex.h"
#include "encoder/base/platform.h"
#include "encoder/playback/portaudio_output.h"
#include "encoder/playback/transport.h"

namespace gladi {
namespace {

constexpr MediaTime kShortestLoop = MediaTime::from_ms(100);

// What was asked for since the thread last looked. Newer wishes replace older ones; steps add up.
struct Wishes {
  std::optional<bool> play;
  double backwards_speed = 0;  // with `play`: how
  std::optional<MediaTime> seek;
  int steps = 0;
  std::optional<double> speed;
  std::optional<float> volume;
  std::optional<bool> heard;
  std::optional<std::optional<PlayerLoop>> loop;
  bool quit = false;

  bool any() const { return play || seek || steps != 0 || speed || volume || heard || loop || quit; }
  bool moves_the_picture() const { return seek || steps != 0; }
  // What is wished or being worked on is told as if it were done: nobody sees "playing" and "at the end" at
  // once.
  void show_in(PlayerState& state) const {
    if (moves_the_picture()) state.seeking = true;
    if (play) {
      state.playing = *play;
      state.backwards_speed = backwards_speed;
    }
    if (play == true) state.at_end = false;
    if (speed) state.speed = *speed;
    if (loop) state.loop = *loop;
  }
};

}  // namespace

struct Player::Impl {
  Impl(std::unique_ptr<PictureTimeline> pictures, Clock& clock, SoundOutputFactory factory)
      : transport(std::move(pictures), clock, std::move(factory), screen), published(transport.state()) {
    thread = std::thread([this] { run(); });
  }

  ~Impl() {
    wish([](Wishes& w) { w.quit = true; });
    thread.join();
  }

  template <class Change>
  void wish(Change&& change) {
    {
      MutexLock lock(mutex);
      change(wishes);
    }
    changed.notify_all();
  }

  // Waits for wishes, while playing at most `nap`.
  Wishes take_wishes(MediaTime nap) {
    MutexLock lock(mutex);
    if (transport.playing()) {
      if (!wishes.any() && nap > MediaTime{}) changed.wait_for(mutex, std::chrono::nanoseconds(nap.ns));
    } else {
      while (!wishes.any()) changed.wait(mutex);
    }
    wishes.show_in(published);
    return std::exchange(wishes, {});
  }

  bool newer_seek_waits() {
    MutexLock lock(mutex);
    return wishes.seek.has_value() || wishes.quit;
  }

  void publish() {
    PlayerState state = transport.state();
    MutexLock lock(mutex);
    std::swap(published, state);
  }

  void run() {
    platform::name_this_thread("player");
    MediaTime nap;
    for (;;) {
      const Wishes now = take_wishes(nap);
      if (now.quit) return;
      if (now.volume) transport.set_volume(*now.volume);
      if (now.heard) transport.set_heard(*now.heard);
      if (now.speed) transport.set_speed(*now.speed);
      if (now.loop) transport.set_loop(*now.loop);
      if (now.play == false) transport.pause();
      if (now.seek) transport.seek(*now.seek, [this] { return newer_seek_waits(); });
      if (now.steps != 0) transport.step(now.steps);
      if (now.play == true && now.backwards_speed > 0) transport.play_backwards(now.backwards_speed);
      if (now.play == true && now.backwards_speed == 0) transport.play();
      nap = transport.playing() ? transport.advance() : MediaTime{};
      publish();
    }
  }

  NewestSlot<Picture> screen;
  Transport transport;  // the thread's

  mutable Mutex mutex;
  Condition changed;
  Wishes wishes GUARDED_BY(mutex);
  PlayerState published GUARDED_BY(mutex);
  std::thread thread;
};

Player::Player() = default;
Player::~Player() = default;

Result<std::unique_ptr<Player>> Player::open(std::vector<PlayerPart> parts, Clock& clock) {
  return open(std::move(parts), clock, [&clock] { return open_portaudio_output(clock); });
}

Result<std::unique_ptr<Player>> Player::open(std::vector<PlayerPart> parts, Clock& clock,
                                             std::function<Result<std::unique_ptr<SoundOutput>>()> output) {
  auto pictures = PictureTimeline::open(std::move(parts));
  if (!pictures) return fail(std::move(pictures));
  std::unique_ptr<Player> player(new Player);
  player->impl_ = std::make_unique<Impl>(std::move(*pictures), clock, std::move(output));
  return player;
}

void Player::play() {
  impl_->wish([](Wishes& w) {
    w.play = true;
    w.backwards_speed = 0;
  });
}

void Player::play_backwards(double speed) {
  impl_->wish([speed](Wishes& w) {
    w.play = true;
    w.backwards_speed = std::clamp(speed, 0.25, 4.0);
  });
}

void Player::pause() {
  impl_->wish([](Wishes& w) {
    w.play = false;
    w.backwards_speed = 0;
  });
}

void Player::seek(MediaTime to) {
  impl_->wish([to](Wishes& w) {
    w.seek = to;
    w.steps = 0;
  });
}

void Player::step(int frames) {
  impl_->wish([frames](Wishes& w) {
    w.steps += frames;
    w.play = false;
    w.backwards_speed = 0;
  });
}

void Player::set_speed(double speed) {
  impl_->wish([speed](Wishes& w) { w.speed = std::clamp(speed, 0.25, 2.0); });
}

void Player::set_volume(float volume) {
  impl_->wish([volume](Wishes& w) { w.volume = volume; });
}

void Player::set_heard(bool heard) {
  impl_->wish([heard](Wishes& w) { w.heard = heard; });
}

void Player::set_loop(std::optional<PlayerLoop> loop) {
  if (loop && loop->end - loop->begin < kShortestLoop) loop.reset();
  impl_->wish([loop](Wishes& w) { w.loop = loop; });
}

PlayerState Player::state() const {
  MutexLock lock(impl_->mutex);
  PlayerState state = impl_->published;
  impl_->wishes.show_in(state);
  return state;
}

const NewestSlot<Picture>& Player::picture() const {
  return impl_->screen;
}

}  // namespace gladi
