// Playing: the pictures follow the sound that a fake device hears.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "encoder/playback/player.h"
#include "tests/support/played.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

using test::FakeSoundDevice;
using test::number_at;
using test::number_shown;
using test::NumberedMedia;
using test::play_on;
using test::TestSound;
using test::wait_until;

constexpr int kRateHz = FakeSoundDevice::kRateHz;

class PlayerPlay : public ::testing::Test {
 protected:
  std::unique_ptr<Player> open(std::vector<PlayerPart> parts, SoundOutputFactory output) {
    auto player = Player::open(std::move(parts), clock_, std::move(output));
    if (!player) {
      ADD_FAILURE() << player.error().english();
      return nullptr;
    }
    return std::move(*player);
  }

  std::unique_ptr<Player> open(const NumberedMedia& media) {
    if (!test::make_media(folder_ / "take.mp4", media)) return nullptr;
    return open({{folder_ / "take.mp4", {}}}, device_.factory());
  }

  void play(Player& player) {
    player.play();
    wait_until([&] { return device_.started(); });
  }

  // Plays `seconds` of the device's time in pieces of 10 ms.
  void play_seconds(Player& player, double seconds) {
    for (int i = 0; i < std::lround(seconds * 100); ++i) play_on(player, device_, kRateHz / 100);
  }

  test::TempFolder folder_;
  SteppedClock clock_;
  FakeSoundDevice device_;
};

TEST_F(PlayerPlay, ShowsWhatIsDueByTheSoundHeard) {
  auto player = open(NumberedMedia{.frames = 90, .sound = TestSound::kBeeps});
  ASSERT_TRUE(player);
  play(*player);
  EXPECT_TRUE(player->state().playing);
  int64_t heard = 0;
  for (int i = 0; i < 100; ++i) {
    play_on(*player, device_, 700);
    heard += 700;
    EXPECT_EQ(number_shown(*player), heard * 30 / kRateHz) << "after " << heard << " frames";
  }
}

TEST_F(PlayerPlay, StaysWhereItIsWhileTheDevicePlaysNothing) {
  auto player = open(NumberedMedia{.frames = 90, .sound = TestSound::kBeeps});
  ASSERT_TRUE(player);
  play(*player);
  clock_.advance(MediaTime::from_ms(2000));
  play_on(*player, device_, 0);
  EXPECT_EQ(number_shown(*player), 0);
}

TEST_F(PlayerPlay, StopsAtTheEndAndBeginsAgain) {
  auto player = open(NumberedMedia{.frames = 45, .sound = TestSound::kBeeps});
  ASSERT_TRUE(player);
  number_at(*player, MediaTime::from_ms(1000));
  play(*player);
  play_seconds(*player, 0.6);
  wait_until([&] { return !player->state().playing; });
  EXPECT_TRUE(player->state().at_end);
  EXPECT_EQ(number_shown(*player), 44);
  EXPECT_FALSE(device_.started());
  // From the first look on, whether or not the player's thread has begun with it.
  player->play();
  EXPECT_FALSE(player->state().at_end);
  wait_until([&] { return device_.started(); });
  EXPECT_FALSE(player->state().at_end);
  EXPECT_EQ(number_shown(*player), 0);
  play_seconds(*player, 0.1);
  EXPECT_EQ(number_shown(*player), 3);
}

TEST_F(PlayerPlay, PausesAndGoesOnWhereItWas) {
  auto player = open(NumberedMedia{.frames = 90, .sound = TestSound::kBeeps});
  ASSERT_TRUE(player);
  play(*player);
  play_seconds(*player, 0.5);
  player->pause();
  wait_until([&] { return !device_.started(); });
  EXPECT_EQ(number_shown(*player), 15);
  play(*player);
  play_seconds(*player, 0.2);
  EXPECT_EQ(number_shown(*player), 21);
}

TEST_F(PlayerPlay, AStepPauses) {
  auto player = open(NumberedMedia{.frames = 90, .sound = TestSound::kBeeps});
  ASSERT_TRUE(player);
  play(*player);
  play_seconds(*player, 0.3);
  EXPECT_EQ(test::number_after_step(*player, 1), 10);
  EXPECT_FALSE(player->state().playing);
  EXPECT_FALSE(device_.started());
}

TEST_F(PlayerPlay, SeeksWhilePlayingAndDropsTheOldSound) {
  auto player = open(NumberedMedia{.frames = 150, .sound = TestSound::kBeeps});
  ASSERT_TRUE(player);
  play(*player);
  play_seconds(*player, 0.3);
  const size_t before = device_.heard().size();
  EXPECT_EQ(number_at(*player, MediaTime::from_ms(2900)), 87);
  wait_until([&] { return device_.started(); });
  EXPECT_TRUE(player->state().playing);
  play_seconds(*player, 0.12);
  EXPECT_EQ(number_shown(*player), 90);
  // The beep of second 3 is heard 100 ms after the seek to 2.9, and nothing else before.
  const std::vector<float> heard = device_.heard();
  size_t loud = before;
  while (loud < heard.size() && std::abs(heard[loud]) < 0.05F) ++loud;
  EXPECT_NEAR(static_cast<double>(loud - before), 0.1 * kRateHz, 0.002 * kRateHz);
}

TEST_F(PlayerPlay, PassesTwiceTheTimeAtDoubleSpeed) {
  auto player = open(NumberedMedia{.frames = 150, .sound = TestSound::kSine});
  ASSERT_TRUE(player);
  player->set_speed(2.0);
  play(*player);
  play_seconds(*player, 1.0);
  EXPECT_EQ(number_shown(*player), 60);
  player->set_speed(0.5);
  wait_until([&] { return player->state().speed == 0.5; });
  play_on(*player, device_, 0);
  play_seconds(*player, 1.0);
  EXPECT_NEAR(number_shown(*player), 75, 1);
  player->set_speed(7.0);
  wait_until([&] { return player->state().speed == 2.0; });
}

TEST_F(PlayerPlay, PassesAQuarterOfTheTimeAtQuarterSpeed) {
  auto player = open(NumberedMedia{.frames = 90, .sound = TestSound::kSine});
  ASSERT_TRUE(player);
  player->set_speed(0.25);
  play(*player);
  play_seconds(*player, 2);
  EXPECT_EQ(number_shown(*player), 15);
  EXPECT_EQ(player->state().speed, 0.25);
}

TEST_F(PlayerPlay, GoesRoundBetweenTwoPoints) {
  auto player = open(NumberedMedia{.frames = 90, .sound = TestSound::kBeeps});
  ASSERT_TRUE(player);
  player->set_loop(PlayerLoop{MediaTime::from_ms(500), MediaTime::from_ms(1500)});
  play(*player);
  play_seconds(*player, 1.4);
  EXPECT_EQ(number_shown(*player), 42) << "it isn't there yet";
  play_seconds(*player, 0.4);
  wait_until([&] { return device_.started(); });
  EXPECT_NEAR(number_shown(*player), 15 + 9, 1) << "half a second in, and 0.3 s further";
  play_seconds(*player, 1);
  EXPECT_NEAR(number_shown(*player), 15 + 9, 1) << "round once more";
  EXPECT_TRUE(player->state().playing);
  player->set_loop(std::nullopt);
  play_seconds(*player, 1.2);
  EXPECT_NEAR(number_shown(*player), 15 + 9 + 36, 1);
}

TEST_F(PlayerPlay, BehindTheLoopItStartsAtTheLoopsBegin) {
  auto player = open(NumberedMedia{.frames = 90, .sound = TestSound::kBeeps});
  ASSERT_TRUE(player);
  EXPECT_EQ(number_at(*player, MediaTime::from_ms(2500)), 75);
  player->set_loop(PlayerLoop{MediaTime::from_ms(1000), MediaTime::from_ms(1050)});
  EXPECT_FALSE(player->state().loop) << "too short to be heard";
  player->set_loop(PlayerLoop{MediaTime::from_ms(1000), MediaTime::from_ms(2000)});
  play(*player);
  EXPECT_EQ(number_shown(*player), 30);
}

// Pictures only, by the clock: the device isn't asked for anything. Once a seek is done it is known from when
// on the clock counts.
TEST_F(PlayerPlay, PlaysBackwardsToTheBeginning) {
  auto player = open(NumberedMedia{.frames = 90, .sound = TestSound::kBeeps});
  ASSERT_TRUE(player);
  number_at(*player, MediaTime::from_ms(2510));  // from the beginning it would be over at once
  player->play_backwards(1);
  EXPECT_EQ(number_at(*player, MediaTime::from_ms(2510)), 75);
  EXPECT_EQ(player->state().backwards_speed, 1);
  for (int number = 74; number >= 40; --number) {
    clock_.advance(MediaTime::from_count(1, 30));
    wait_until([&] { return test::number_of(*player->picture().get()) == number; });
  }
  EXPECT_FALSE(device_.started());
  player->play_backwards(4);
  EXPECT_EQ(number_at(*player, MediaTime::from_ms(2510)), 75);
  clock_.advance(MediaTime::from_ms(100));
  wait_until([&] { return test::number_of(*player->picture().get()) == 63; });
  clock_.advance(MediaTime::from_ms(5000));
  wait_until([&] { return !player->state().playing; });
  EXPECT_EQ(number_shown(*player), 0);
  EXPECT_EQ(player->state().backwards_speed, 0);
}

TEST_F(PlayerPlay, BackwardsTooItGoesRoundBetweenTwoPoints) {
  auto player = open(NumberedMedia{.frames = 90});
  ASSERT_TRUE(player);
  player->set_loop(PlayerLoop{MediaTime::from_ms(1010), MediaTime::from_ms(2010)});
  number_at(*player, MediaTime::from_ms(1110));
  player->play_backwards(1);
  EXPECT_EQ(number_at(*player, MediaTime::from_ms(1110)), 33);
  clock_.advance(MediaTime::from_ms(150));
  wait_until([&] { return test::number_of(*player->picture().get()) == 60; });
  EXPECT_TRUE(player->state().playing);
}

TEST_F(PlayerPlay, TurnsRoundInBothDirections) {
  auto player = open(NumberedMedia{.frames = 90, .sound = TestSound::kBeeps});
  ASSERT_TRUE(player);
  play(*player);
  play_seconds(*player, 1);
  player->play_backwards(2);
  EXPECT_EQ(number_at(*player, MediaTime::from_ms(2010)), 60);
  EXPECT_FALSE(device_.started());
  clock_.advance(MediaTime::from_ms(500));
  wait_until([&] { return test::number_of(*player->picture().get()) == 30; });
  play(*player);
  EXPECT_EQ(player->state().backwards_speed, 0);
  play_seconds(*player, 0.5);
  EXPECT_EQ(number_shown(*player), 45);
}

TEST_F(PlayerPlay, PlaysATakeWithoutSoundByTheClock) {
  auto player = open(NumberedMedia{.frames = 90});
  ASSERT_TRUE(player);
  player->play();
  EXPECT_EQ(number_at(*player, {}), 0);  // the player has seen both wishes: its time runs from here
  EXPECT_FALSE(player->state().problem);
  clock_.advance(MediaTime::from_ms(1010));
  wait_until([&] { return number_shown(*player) == 30; });
  clock_.advance(MediaTime::from_ms(2000));
  wait_until([&] { return player->state().at_end; });
  EXPECT_EQ(number_shown(*player), 89);
  EXPECT_FALSE(device_.started());
}

TEST_F(PlayerPlay, PlaysSilentlyAndSaysSoWithoutADevice) {
  ASSERT_TRUE(test::make_media(folder_ / "take.mp4", {.frames = 90, .sound = TestSound::kBeeps}));
  auto player = open({{folder_ / "take.mp4", {}}}, []() -> Result<std::unique_ptr<SoundOutput>> {
    return fail(ErrorKind::kIo, Message("There is no device in this test."));
  });
  ASSERT_TRUE(player);
  player->play();
  wait_until([&] { return player->state().problem.has_value(); });
  EXPECT_TRUE(player->state().playing);
  EXPECT_EQ(player->state().problem->message.english(), "There is no device in this test.");
  clock_.advance(MediaTime::from_ms(1010));
  wait_until([&] { return number_shown(*player) == 30; });
}

TEST_F(PlayerPlay, GoesOnSilentlyWhenTheDeviceBreaksDown) {
  auto player = open(NumberedMedia{.frames = 90, .sound = TestSound::kBeeps});
  ASSERT_TRUE(player);
  play(*player);
  play_seconds(*player, 0.5);
  device_.break_down();
  wait_until([&] { return player->state().problem.has_value(); });
  EXPECT_TRUE(player->state().playing);
  EXPECT_EQ(number_shown(*player), 15);
  clock_.advance(MediaTime::from_ms(1005));
  wait_until([&] { return number_shown(*player) == 45; });
}

TEST_F(PlayerPlay, GoesOnSilentlyBehindSoundThatIsTooShort) {
  auto player = open(NumberedMedia{.frames = 60, .sound = TestSound::kBeeps, .sound_seconds = 0.5});
  ASSERT_TRUE(player);
  play(*player);
  play_seconds(*player, 1.5);
  EXPECT_EQ(number_shown(*player), 45);
}

TEST_F(PlayerPlay, KeepsTheLastPictureWhileTheSoundGoesOn) {
  auto player = open(NumberedMedia{.frames = 30, .sound = TestSound::kBeeps, .sound_seconds = 3});
  ASSERT_TRUE(player);
  EXPECT_NEAR(player->state().duration.seconds(), 3.0, 0.05);
  play(*player);
  play_seconds(*player, 2.5);
  EXPECT_EQ(number_shown(*player), 29);
  EXPECT_TRUE(player->state().playing);
  EXPECT_NEAR(player->state().position.seconds(), 2.5, 0.02);
  play_seconds(*player, 0.6);
  wait_until([&] { return player->state().at_end; });
}

TEST_F(PlayerPlay, PlaysAcrossPartsWithoutLosingAFrameOrASample) {
  const auto frame_time = [](int n) { return MediaTime::from_count(n, 30); };
  ASSERT_TRUE(test::make_media(folder_ / "take.mp4", {.frames = 30, .sound = TestSound::kBeeps}));
  ASSERT_TRUE(test::make_media(folder_ / "take-2.mp4",
                               {.frames = 30, .first_number = 30, .sound = TestSound::kBeeps}));
  auto player =
      open({{folder_ / "take.mp4", {}}, {folder_ / "take-2.mp4", frame_time(30)}}, device_.factory());
  ASSERT_TRUE(player);
  number_at(*player, frame_time(24));
  play(*player);
  int last = 24;
  for (int i = 0; i < 40; ++i) {
    play_on(*player, device_, kRateHz / 100);
    const int number = number_shown(*player);
    EXPECT_GE(number, last);
    EXPECT_LE(number, last + 1);
    last = number;
  }
  EXPECT_EQ(last, 36);
  const std::vector<float> heard = device_.heard();
  size_t loud = 0;
  while (loud < heard.size() && std::abs(heard[loud]) < 0.05F) ++loud;
  EXPECT_NEAR(static_cast<double>(loud), 0.2 * kRateHz, 0.002 * kRateHz);
}

// Flash and beep of the same file: when the beep's first sample is heard, the flash is shown.
TEST_F(PlayerPlay, KeepsItsSoundWhenTheFileIsReplacedBeforePlaying) {
  auto player = open(NumberedMedia{.frames = 90, .sound = TestSound::kBeeps});
  ASSERT_TRUE(player);
  std::filesystem::remove(folder_ / "take.mp4");  // as when a part file becomes the final one
  play(*player);
  play_seconds(*player, 1.5);
  EXPECT_FALSE(player->state().problem);
  const std::vector<float> heard = device_.heard();
  EXPECT_TRUE(std::any_of(heard.begin(), heard.end(), [](float sample) { return std::abs(sample) > 0.05F; }));
}

TEST_F(PlayerPlay, ShowsFlashesWhenTheirBeepsAreHeard) {
  for (const bool finished : {true, false}) {
    NumberedMedia media{.frames = 100, .sound = TestSound::kBeeps};
    if (!finished) media.file_options = test::fragmented();
    ASSERT_TRUE(test::make_media(folder_ / "sync.mp4", media));
    FakeSoundDevice device;
    auto player = open({{folder_ / "sync.mp4", {}}}, device.factory());
    ASSERT_TRUE(player);
    player->play();
    wait_until([&] { return device.started(); });
    constexpr int kStep = kRateHz / 250;  // 4 ms
    std::vector<double> flashes_s;
    bool was_flash = true;  // the one at 0 begins before anything is heard
    for (int i = 1; i <= 800; ++i) {
      play_on(*player, device, kStep);
      const bool flash = test::is_flash(*player->picture().get());
      if (flash && !was_flash) flashes_s.push_back(static_cast<double>(i) * kStep / kRateHz);
      was_flash = flash;
    }
    std::vector<double> beeps_s;
    const std::vector<float> heard = device.heard();
    size_t last_loud = 0;
    for (size_t i = 0; i < heard.size(); ++i) {
      if (std::abs(heard[i]) < 0.05F) continue;
      if (i - last_loud > kRateHz / 10) beeps_s.push_back(static_cast<double>(i) / kRateHz);
      last_loud = i;
    }
    ASSERT_EQ(flashes_s.size(), 3U);
    ASSERT_EQ(beeps_s.size(), 3U);
    for (size_t i = 0; i < 3; ++i) EXPECT_NEAR(flashes_s[i], beeps_s[i], 0.006) << "finished: " << finished;
  }
}

}  // namespace
}  // namespace gladi
