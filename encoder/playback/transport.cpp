#include "encoder/playback/transport.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace gladi {
namespace {

using SearchClock = std::chrono::steady_clock;  // work takes real time, whatever the player's Clock says

// A seek that takes longer shows a picture from the way, and gives way to a newer seek. Shorter ones always
// finish: otherwise a person who drags quickly would see nothing.
constexpr auto kPatience = std::chrono::milliseconds(80);
// The device's ring holds 0.3 s: filling it each 10 ms leaves room for a slow picture in between.
constexpr MediaTime kLongestNap = MediaTime::from_ms(10);
// Pictures this late (a slow machine, a large phone video) are skipped, to the next keyframe where one lies
// ahead.
constexpr MediaTime kTooLate = MediaTime::from_ms(500);
// Sound that goes on this much longer than the pictures moves the position on.
constexpr MediaTime kTail = MediaTime::from_ms(500);

}  // namespace

Transport::Transport(std::unique_ptr<PictureTimeline> pictures, Clock& clock, SoundOutputFactory factory,
                     NewestSlot<Picture>& screen)
    : pictures_(std::move(pictures)),
      sound_(pictures_->sound_parts(), clock, std::move(factory)),
      screen_(screen),
      duration_(pictures_->duration()),
      frame_duration_(pictures_->frame_duration()) {
  show(pictures_->at(cursor_));
}

void Transport::show(PicturePtr picture) {
  if (!picture || picture == shown_) return;
  shown_ = std::move(picture);
  screen_.put(shown_);
}

void Transport::resume_sound() {
  next_ = shown_ ? pictures_->after(shown_->stamp) : nullptr;
  sound_.start(cursor_, speed_);
}

void Transport::play() {
  if (playing_) return;
  if (cursor_ >= duration_) {
    cursor_ = {};
    show(pictures_->at(cursor_));
  }
  playing_ = true;
  sound_.prepare();
  resume_sound();
}

void Transport::pause() {
  if (!playing_) return;
  cursor_ = std::min(sound_.position(), duration_);
  sound_.stop();
  show_due();
  playing_ = false;
}

void Transport::seek(MediaTime to, const std::function<bool()>& superseded) {
  if (playing_) sound_.stop();
  cursor_ = std::clamp(to, MediaTime{}, duration_);
  auto last_shown = SearchClock::now();
  show(pictures_->at(cursor_, [&](const PicturePtr& on_the_way) {
    const auto now = SearchClock::now();
    if (now - last_shown < kPatience) return true;
    last_shown = now;
    show(on_the_way);
    return !superseded();
  }));
  if (playing_) resume_sound();
}

void Transport::step(int frames) {
  pause();
  PicturePtr picture = shown_;
  for (int i = 0; i < std::abs(frames) && picture; ++i) {
    PicturePtr neighbour = frames > 0 ? pictures_->after(picture->stamp) : pictures_->before(picture->stamp);
    if (!neighbour) break;
    picture = std::move(neighbour);
  }
  show(picture);
  if (shown_) cursor_ = shown_->stamp;
}

void Transport::set_speed(double speed) {
  if (speed == speed_) return;
  speed_ = speed;
  if (!playing_) return;
  cursor_ = sound_.position();
  sound_.start(cursor_, speed_);
}

void Transport::show_due() {
  PicturePtr due;
  while (next_ && next_->stamp <= cursor_) {
    due = next_;
    if (cursor_ - due->stamp > kTooLate) due = pictures_->at(cursor_);
    next_ = due ? pictures_->after(due->stamp) : nullptr;
    sound_.pump();
  }
  show(std::move(due));
}

MediaTime Transport::advance() {
  sound_.pump();
  cursor_ = std::min(sound_.position(), duration_);
  show_due();
  if (cursor_ >= duration_) {
    playing_ = false;
    sound_.stop();
    return {};
  }
  if (!next_) return kLongestNap;
  const auto wait_ns = static_cast<int64_t>(static_cast<double>((next_->stamp - cursor_).ns) / speed_);
  return std::clamp(MediaTime{wait_ns}, MediaTime{}, kLongestNap);
}

PlayerState Transport::state() const {
  PlayerState state;
  state.playing = playing_;
  state.at_end = !playing_ && cursor_ >= duration_;
  const MediaTime stamp = shown_ ? shown_->stamp : MediaTime{};
  state.position = cursor_ - stamp > kTail && !next_ && cursor_ > stamp + frame_duration_ ? cursor_ : stamp;
  state.duration = duration_;
  state.frame_duration = frame_duration_;
  state.speed = speed_;
  state.problem = pictures_->problem();
  if (!state.problem) state.problem = sound_.problem();
  return state;
}

}  // namespace gladi
