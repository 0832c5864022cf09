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
constexpr MediaTime kShortestNap = MediaTime::from_ms(1);
// Pictures this late (a slow machine, a large phone video) are skipped, to the next keyframe where one lies
// ahead.
constexpr MediaTime kTooLate = MediaTime::from_ms(500);
// Sound that goes on this much longer than the pictures moves the position on.
constexpr MediaTime kTail = MediaTime::from_ms(500);

MediaTime scaled(MediaTime time, double factor) {
  return {static_cast<int64_t>(std::llround(static_cast<double>(time.ns) * factor))};
}

}  // namespace

Transport::Transport(std::unique_ptr<PictureTimeline> pictures, Clock& clock, SoundOutputFactory factory,
                     NewestSlot<Picture>& screen)
    : pictures_(std::move(pictures)),
      sound_(pictures_->sound_parts(), clock, std::move(factory)),
      clock_(clock),
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
  if (playing_ && backwards_speed_ == 0) return;
  backwards_speed_ = 0;
  if (cursor_ >= duration_ || (loop_ && cursor_ >= loop_->end)) {
    cursor_ = loop_ ? loop_->begin : MediaTime{};
    show(pictures_->at(cursor_));
  }
  playing_ = true;
  sound_.prepare();
  resume_sound();
}

void Transport::count_backwards_from(MediaTime at) {
  backwards_from_ = cursor_ = at;
  backwards_since_ = clock_.now();
}

void Transport::play_backwards(double speed) {
  pause();
  playing_ = true;
  backwards_speed_ = speed;
  count_backwards_from(cursor_);
}

void Transport::pause() {
  if (!playing_) return;
  if (backwards_speed_ > 0) {
    backwards_speed_ = 0;
    playing_ = false;
    if (shown_) cursor_ = shown_->stamp;
    return;
  }
  cursor_ = std::min(sound_.position(), duration_);
  sound_.stop();
  show_due();
  playing_ = false;
}

void Transport::seek(MediaTime to, const std::function<bool()>& superseded) {
  if (playing_ && backwards_speed_ == 0) sound_.stop();
  cursor_ = std::clamp(to, MediaTime{}, duration_);
  auto last_shown = SearchClock::now();
  show(pictures_->at(cursor_, [&](const PicturePtr& on_the_way) {
    const auto now = SearchClock::now();
    if (now - last_shown < kPatience) return true;
    last_shown = now;
    show(on_the_way);
    return !superseded();
  }));
  if (playing_ && backwards_speed_ > 0) return count_backwards_from(cursor_);
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
  if (!playing_ || backwards_speed_ > 0) return;
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

MediaTime Transport::advance_backwards() {
  const MediaTime before = cursor_;
  cursor_ =
      std::max(MediaTime{}, backwards_from_ - scaled(clock_.now() - backwards_since_, backwards_speed_));
  if (loop_ && before >= loop_->begin && cursor_ < loop_->begin)
    count_backwards_from(std::min(loop_->end, duration_));
  show(pictures_->at(cursor_));
  if (cursor_ <= MediaTime{}) pause();
  const MediaTime until_the_next = shown_ ? cursor_ - shown_->stamp : MediaTime{};
  return std::clamp(scaled(until_the_next, 1 / std::max(backwards_speed_, 0.25)), kShortestNap, kLongestNap);
}

MediaTime Transport::advance() {
  if (backwards_speed_ > 0) return advance_backwards();
  sound_.pump();
  const MediaTime before = cursor_;
  cursor_ = std::min(sound_.position(), duration_);
  if (loop_ && before < loop_->end && cursor_ >= std::min(loop_->end, duration_)) {
    cursor_ = loop_->begin;
    show(pictures_->at(cursor_));
    resume_sound();
    return {};
  }
  show_due();
  if (cursor_ >= duration_) {
    playing_ = false;
    sound_.stop();
    return {};
  }
  if (!next_) return kLongestNap;
  return std::clamp(scaled(next_->stamp - cursor_, 1 / speed_), MediaTime{}, kLongestNap);
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
  state.backwards_speed = backwards_speed_;
  state.loop = loop_;
  state.problem = pictures_->problem();
  if (!state.problem) state.problem = sound_.problem();
  return state;
}

}  // namespace gladi
