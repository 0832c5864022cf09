// Two real files played side by side: one by a fake sound device, the other one by a clock that runs
// differently.
#include "encoder/playback/player_pair.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/played.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

using test::FakeSoundDevice;
using test::NumberedMedia;
using test::TestSound;
using test::wait_until;

constexpr int kFps = 30;

MediaTime ms(int64_t t) {
  return MediaTime::from_ms(t);
}

class PlayerPairTest : public ::testing::Test {
 protected:
  std::unique_ptr<Player> open(const char* file, int frames, FakeSoundDevice& device) {
    test::make_media(folder_ / file, NumberedMedia{.frames = frames, .sound = TestSound::kSine});
    auto player = Player::open({{folder_ / file, {}}}, clock_, device.factory());
    if (!player) throw std::runtime_error(player.error().english());
    return std::move(*player);
  }
  // The first take is the other one's place plus `later`.
  PlayerPair::Places shifted(MediaTime later) {
    later_ = later;
    return [this](int from, MediaTime at) { return PairPlace{from == 0 ? at - later_ : at + later_}; };
  }
  void shift(MediaTime later) {
    later_ = later;
    pair_->look_again();
  }
  void open_both(int frames, PlayerPair::Places places) {
    auto first = open("first.mp4", frames, devices_[0]), second = open("second.mp4", frames, devices_[1]);
    players_ = {first.get(), second.get()};
    pair_.emplace(std::move(first), std::move(second), std::move(places));
  }
  int number(int which) { return test::number_of(*pair_->picture(which).get()); }
  // Paused, both have found their places.
  void expect_numbers(int first, int second) {
    wait_until([&] {
      pair_->tick();
      return number(0) == first && number(1) == second;
    });
    EXPECT_EQ(number(0), first);
    EXPECT_EQ(number(1), second);
  }
  // Plays until the other one goes too.
  void begin_to_play() {
    pair_->play();
    wait_until([&] { return devices_[index()].started(); });
    while (!pair_->state(1 - pair_->heard()).playing && !HasFailure()) pass(ms(10), 1);
  }
  // The device plays `rate` times as fast as the clock goes.
  void pass(MediaTime time, double rate) {
    clock_.advance(time);
    const auto frames = static_cast<int>(std::lround(time.seconds() * rate * FakeSoundDevice::kRateHz));
    test::play_on(*players_[index()], devices_[index()], frames);
    pair_->tick();
  }
  size_t index() const { return static_cast<size_t>(pair_->heard()); }

  test::TempFolder folder_;
  MediaTime later_;
  SteppedClock clock_;
  std::array<FakeSoundDevice, 2> devices_;
  std::array<Player*, 2> players_{};
  std::optional<PlayerPair> pair_;
};

TEST_F(PlayerPairTest, ThePicturesStayWithinATenthOfASecondWhileTheDevicesClockRunsAway) {
  open_both(300, shifted({}));
  begin_to_play();
  for (int i = 0; i < 400; ++i) {  // 8 s; at 5 % the two would be 0.4 s apart
    pass(ms(20), 1.05);
    ASSERT_TRUE(wait_until([&] { return std::abs(number(0) - number(1)) <= kFps / 10; }))
        << number(0) << " beside " << number(1);
  }
  EXPECT_GT(number(1), 200) << "they have been playing";
  EXPECT_GE(number(0), number(1) - kFps / 10);
}

TEST_F(PlayerPairTest, AJumpOfOneTakesTheOtherAlong) {
  open_both(150, shifted(ms(500)));
  expect_numbers(15, 0);
  pair_->seek(1, ms(2010));
  expect_numbers(75, 60);
  pair_->seek(0, ms(2010));
  expect_numbers(60, 45);
  pair_->step(2);
  expect_numbers(62, 47);
  shift(ms(-500));
  expect_numbers(32, 47);
}

TEST_F(PlayerPairTest, WhoHasNothingThatGoesWithItWaits) {
  // The first take has one second for two of the second one.
  open_both(150, [](int, MediaTime at) {
    return at < ms(1000) ? PairPlace{at} : PairPlace{ms(1000), at < ms(2000)};
  });
  begin_to_play();
  for (int i = 0; i < 80; ++i) pass(ms(20), 1);
  expect_numbers(30, number(1));
  EXPECT_FALSE(pair_->state(0).playing);
  EXPECT_TRUE(pair_->state(1).playing);
}

TEST_F(PlayerPairTest, AShorterTakeWaitsAtItsEndAndALaterOneAtItsBeginning) {
  open_both(60, shifted(ms(1000)));
  expect_numbers(30, 0);
  pair_->seek(1, ms(1510));
  expect_numbers(59, 45);
  shift(ms(-1600));
  expect_numbers(0, 45);
}

TEST_F(PlayerPairTest, OneAtATimeIsHeardAndTheOtherKeepsNoDevice) {
  open_both(150, shifted({}));
  begin_to_play();
  EXPECT_FALSE(devices_[0].started());
  pair_->hear(0);
  wait_until([&] { return devices_[0].started() && !devices_[1].started(); });
  while (!pair_->state(1).playing && !HasFailure()) pass(ms(10), 1);
  const size_t before = devices_[0].heard().size();
  for (int i = 0; i < 20; ++i) pass(ms(20), 1);
  EXPECT_GT(devices_[0].heard().size(), before);
  EXPECT_TRUE(pair_->state(0).playing);
  pair_->pause();
  wait_until([&] { return !devices_[0].started(); });
  EXPECT_FALSE(pair_->state(1).playing);
}

TEST_F(PlayerPairTest, BothGoAtTheSameSpeed) {
  open_both(240, shifted({}));
  pair_->set_speed(2);
  begin_to_play();
  for (int i = 0; i < 100; ++i) {
    pass(ms(20), 1);
    ASSERT_TRUE(wait_until([&] { return std::abs(number(0) - number(1)) <= kFps / 5; }))
        << number(0) << " beside " << number(1);
  }
  EXPECT_NEAR(number(1), 120, 15);
  EXPECT_EQ(pair_->speed(), 2);
}

}  // namespace
}  // namespace gladi
