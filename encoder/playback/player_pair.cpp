#include "encoder/playback/player_pair.h"

#include <algorithm>
#include <utility>

namespace gladi {
namespace {

constexpr double kNudge = 0.1;                           // faster or slower, until it is near again
constexpr MediaTime kTogether = MediaTime::from_ms(17);  // near enough to end that: half a frame

}  // namespace

PlayerPair::PlayerPair(std::unique_ptr<Player> first, std::unique_ptr<Player> second, Places places)
    : players_{std::move(first), std::move(second)}, places_(std::move(places)) {
  follower().set_heard(false);
}

void PlayerPair::hear(int which) {
  if (index(which) == index(heard_)) return;
  const bool playing = leader().state().playing;
  leader().set_heard(false);
  heard_ = static_cast<int>(index(which));
  leader().set_heard(true);
  leader().set_speed(speed_);
  pace_ = 1;
  put_at_.reset();
  if (playing) play();
}

void PlayerPair::play() {
  started_from_ = leader().state().position;
  leader().play();
}

void PlayerPair::pause() {
  leader().pause();
  follower().pause();
}

void PlayerPair::seek(int which, MediaTime to) {
  MediaTime leader_to = to;
  if (index(which) != index(heard_)) leader_to = places_(which, to).at;
  const MediaTime end = leader().state().duration;
  leader().seek(std::clamp(leader_to, MediaTime{}, end));
  put_at_.reset();
}

void PlayerPair::step(int frames) {
  leader().step(frames);
}

void PlayerPair::set_speed(double speed) {
  speed_ = speed;
  leader().set_speed(speed);
  follow_at(pace_);
}

void PlayerPair::follow_at(double pace) {
  pace_ = pace;
  follower().set_speed(speed_ * pace);
}

// A take that is too short waits at its end, one that hasn't begun at its beginning.
PairPlace PlayerPair::place_of_follower(MediaTime leader_at) const {
  PairPlace place = places_(heard_, leader_at);
  const PlayerState state = players_[index(1 - heard_)]->state();
  const MediaTime last = std::max(MediaTime{}, state.duration - state.frame_duration);
  if (place.at < MediaTime{} || place.at >= last) place.waits = true;
  place.at = std::clamp(place.at, MediaTime{}, last);
  return place;
}

void PlayerPair::put(const PairPlace& place) {
  if (follower().state().playing) follower().pause();
  if (put_at_ == place.at) return;
  put_at_ = place.at;
  // A quarter of a frame on: file and take round their times differently, by a nanosecond.
  follower().seek(place.at + follower().state().frame_duration / 4);
}

void PlayerPair::keep_near(const PlayerState& state, MediaTime wanted) {
  apart_ = state.position - wanted;
  const MediaTime off = abs(*apart_);
  if (off > kFar) {
    apart_.reset();
    follower().seek(wanted + state.frame_duration / 4);
    return follow_at(1);
  }
  const double catching_up = apart_->ns > 0 ? 1 - kNudge : 1 + kNudge;
  const bool overshot = pace_ != 1 && (pace_ > 1) == (apart_->ns > 0);
  if (off > kNear) {
    if (pace_ != catching_up) follow_at(catching_up);
  } else if (pace_ != 1 && (off <= kTogether || overshot)) {
    follow_at(1);
  }
}

void PlayerPair::tick() {
  apart_.reset();
  const PlayerState lead = leader().state();
  if (lead.seeking) return;
  if (!lead.playing) started_from_.reset();
  const PairPlace place = place_of_follower(lead.position);
  // A device may take a quarter of a second until it begins: the other one waits for it.
  const bool begun = !started_from_ || lead.position != *started_from_;
  if (!lead.playing || !begun || place.waits) return put(place);
  started_from_.reset();
  const PlayerState follow = follower().state();
  if (follow.seeking) return;
  put_at_.reset();
  if (follow.playing) return keep_near(follow, place.at);
  follow_at(1);
  follower().seek(place.at + follow.frame_duration / 4);
  follower().play();
}

}  // namespace gladi
