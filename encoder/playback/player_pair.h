// Two takes side by side: one is heard, the other one's pictures are kept beside it.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>

#include "encoder/playback/player.h"

namespace gladi {

// Where the other take belongs while one is at some moment. `waits`: it stands still there, because it has
// nothing that goes with what the first one shows.
struct PairPlace {
  MediaTime at;
  bool waits = false;
  friend bool operator==(const PairPlace&, const PairPlace&) = default;
};

// Main thread. The take that is heard leads: its sound is never touched. The other one is silent, goes by the
// clock, and is brought nearer by playing a tenth faster or slower as soon as it is more than kNear away,
// by a jump when it is more than kFar away. So the two pictures shown are at most kNear, and what passes
// between two ticks, apart; only behind a jump, until the picture there is found, it is more.
class PlayerPair {
 public:
  static constexpr MediaTime kNear = MediaTime::from_ms(50);  // a frame and a half at 30 fps
  static constexpr MediaTime kFar = MediaTime::from_ms(500);

  // From a moment of take `from` (0 or 1) to the place of the other one.
  using Places = std::function<PairPlace(int from, MediaTime at)>;

  // Both paused; take 1 is heard.
  PlayerPair(std::unique_ptr<Player> first, std::unique_ptr<Player> second, Places places);

  // What `places` says has changed.
  void look_again() { put_at_.reset(); }
  void hear(int which);
  int heard() const { return heard_; }

  void play();
  void pause();
  void seek(int which, MediaTime to);  // the other one goes to what belongs to it
  void step(int frames);
  void set_speed(double speed);

  // Looks how far both are and keeps them together. Call it each 20 ms or so while they play.
  void tick();

  PlayerState state(int which) const { return players_[index(which)]->state(); }
  const NewestSlot<Picture>& picture(int which) const { return players_[index(which)]->picture(); }
  // How much later the other picture is than it should be (earlier: negative) in the last tick; nothing while
  // it waits, is on its way, or both are paused.
  std::optional<MediaTime> apart() const { return apart_; }
  double speed() const { return speed_; }

 private:
  static size_t index(int which) { return which == 0 ? 0 : 1; }
  Player& leader() { return *players_[index(heard_)]; }
  Player& follower() { return *players_[index(1 - heard_)]; }
  PairPlace place_of_follower(MediaTime leader_at) const;
  void put(const PairPlace& place);
  void keep_near(const PlayerState& follower, MediaTime wanted);
  void follow_at(double pace);

  const std::array<std::unique_ptr<Player>, 2> players_;
  const Places places_;
  int heard_ = 1;
  double speed_ = 1;
  double pace_ = 1;                        // of the follower against the leader
  std::optional<MediaTime> put_at_;        // where the follower was put while it stands
  std::optional<MediaTime> started_from_;  // the leader has been told to play and hasn't moved yet
  std::optional<MediaTime> apart_;
};

}  // namespace gladi
