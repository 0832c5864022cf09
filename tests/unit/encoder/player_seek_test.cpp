// Which frame the player shows after seeks and steps, by the numbers drawn into the pictures.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "encoder/playback/player.h"
#include "tests/support/command.h"
#include "tests/support/played.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

using test::FakeSoundDevice;
using test::number_after_step;
using test::number_at;
using test::number_shown;
using test::NumberedMedia;

class PlayerSeek : public ::testing::Test {
 protected:
  // Opens parts with a device that never plays.
  std::unique_ptr<Player> open(std::vector<PlayerPart> parts) {
    auto player = Player::open(std::move(parts), clock_, device_.factory());
    if (!player) {
      ADD_FAILURE() << player.error().english();
      return nullptr;
    }
    return std::move(*player);
  }

  std::unique_ptr<Player> open(const NumberedMedia& media, const std::string& name = "take.mp4") {
    if (!test::make_media(folder_ / name, media)) return nullptr;
    return open({{folder_ / name, {}}});
  }

  // Frame n of a steady 30 fps.
  static MediaTime frame_time(int n) { return MediaTime::from_count(n, 30); }

  // Seeks to `count` random times and compares with the frames' times, which rise.
  static void expect_exact_seeks(Player& player, const std::vector<MediaTime>& times, int count) {
    std::mt19937 random(7);
    std::uniform_int_distribution<int64_t> any(0, times.back().ns + 40'000'000);
    for (int i = 0; i < count; ++i) {
      const MediaTime time{std::min(any(random), player.state().duration.ns)};
      const auto next = std::upper_bound(times.begin(), times.end(), time);
      const int expected = std::max(0, static_cast<int>(next - times.begin()) - 1);
      ASSERT_EQ(number_at(player, time), expected) << "at " << time.seconds() << " s";
      // A part's start and a time within it are both rounded down to nanoseconds.
      ASSERT_LE(abs(player.state().position - times[static_cast<size_t>(expected)]), MediaTime{1});
    }
  }

  static std::vector<MediaTime> steady(int frames) {
    std::vector<MediaTime> times;
    for (int n = 0; n < frames; ++n) times.push_back(frame_time(n));
    return times;
  }

  test::TempFolder folder_;
  MonotonicClock clock_;
  FakeSoundDevice device_;
};

TEST_F(PlayerSeek, ShowsTheFirstFrameAtOnceAndPaused) {
  auto player = open(NumberedMedia{});
  ASSERT_TRUE(player);
  EXPECT_EQ(number_shown(*player), 0);
  const PlayerState state = player->state();
  EXPECT_FALSE(state.playing);
  EXPECT_FALSE(state.at_end);
  EXPECT_EQ(state.position, MediaTime{});
  EXPECT_EQ(state.duration, MediaTime::from_ms(5000));
  EXPECT_EQ(state.frame_duration, frame_time(1));
  EXPECT_FALSE(state.problem);
  EXPECT_FALSE(device_.started());
}

TEST_F(PlayerSeek, FindsTheFrameShownAtAnyTimeOfAFinishedTake) {
  auto player = open(NumberedMedia{.frames = 300, .sound = test::TestSound::kBeeps});
  ASSERT_TRUE(player);
  expect_exact_seeks(*player, steady(300), 200);
}

TEST_F(PlayerSeek, FindsTheFrameShownAtAnyTimeOfAPartStillInFragments) {
  auto player = open(NumberedMedia{.frames = 300, .file_options = test::fragmented()});
  ASSERT_TRUE(player);
  EXPECT_EQ(player->state().duration, MediaTime::from_ms(10'000));
  expect_exact_seeks(*player, steady(300), 200);
}

TEST_F(PlayerSeek, FindsTheFrameShownAtAnyTimeOfAPartInFragmentsWithSound) {
  auto player = open(
      NumberedMedia{.frames = 300, .sound = test::TestSound::kBeeps, .file_options = test::fragmented()});
  ASSERT_TRUE(player);
  expect_exact_seeks(*player, steady(300), 100);
}

TEST_F(PlayerSeek, FindsReorderedFrames) {
  const std::vector<std::string> reordered = {
      "-c:v", "libx264", "-preset", "fast",         "-g",
      "48",   "-bf",     "3",       "-x264-params", "open-gop=1:b-pyramid=normal"};
  auto player = open(NumberedMedia{.frames = 200, .video_options = reordered});
  ASSERT_TRUE(player);
  expect_exact_seeks(*player, steady(200), 100);
  EXPECT_EQ(number_at(*player, frame_time(100)), 100);
  for (int n = 99; n >= 40; --n) ASSERT_EQ(number_after_step(*player, -1), n);
}

TEST_F(PlayerSeek, FindsFramesOfVariableRate) {
  NumberedMedia media{.frames = 150, .video_filter = "settb=1/90000,setpts='N*3000+1200*mod(N,3)'"};
  media.file_options = {"-fps_mode", "passthrough", "-enc_time_base", "1:90000", "-video_track_timescale",
                        "90000"};
  auto player = open(media);
  ASSERT_TRUE(player);
  std::vector<MediaTime> times;
  for (int n = 0; n < media.frames; ++n)
    times.push_back(MediaTime::from_count(n * 3000 + n % 3 * 1200, 90'000));
  expect_exact_seeks(*player, times, 100);
}

TEST_F(PlayerSeek, FindsFramesOfOtherContainersAndCodecs) {
  const NumberedMedia vp8{.frames = 60,
                          .video_options = {"-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8",
                                            "-b:v", "2M", "-g", "40"},
                          .file_options = {}};
  for (const auto& [name, media] :
       std::vector<std::pair<std::string, NumberedMedia>>{{"clip.mkv", {.frames = 60, .file_options = {}}},
                                                          {"clip.ts", {.frames = 60, .file_options = {}}},
                                                          {"clip.webm", vp8}}) {
    auto player = open(media, name);
    ASSERT_TRUE(player);
    for (const int n : {50, 3, 44, 45, 59, 0, 46}) {
      // In the middle of the frame: these files round their stamps to milliseconds.
      EXPECT_EQ(number_at(*player, frame_time(n) + MediaTime::from_ms(16)), n) << name;
    }
  }
}

TEST_F(PlayerSeek, StepsExactlyAcrossKeyframes) {
  auto player = open(NumberedMedia{.file_options = test::fragmented()});
  ASSERT_TRUE(player);
  EXPECT_EQ(number_at(*player, frame_time(50)), 50);
  for (int n = 49; n >= 20; --n) ASSERT_EQ(number_after_step(*player, -1), n);
  for (int n = 21; n <= 70; ++n) ASSERT_EQ(number_after_step(*player, 1), n);
  EXPECT_EQ(number_after_step(*player, -10), 60);
  EXPECT_EQ(number_after_step(*player, -10), 50);
  EXPECT_EQ(number_after_step(*player, 10), 60);
  EXPECT_EQ(number_after_step(*player, -33), 27);
  EXPECT_EQ(player->state().position, frame_time(27));
}

TEST_F(PlayerSeek, StopsSteppingAtBothEnds) {
  auto player = open(NumberedMedia{.frames = 40});
  ASSERT_TRUE(player);
  EXPECT_EQ(number_after_step(*player, -1), 0);
  EXPECT_EQ(number_after_step(*player, 100), 39);
  EXPECT_EQ(number_after_step(*player, 1), 39);
  EXPECT_EQ(number_after_step(*player, -1), 38);
}

TEST_F(PlayerSeek, ShowsTheLastFrameAtAndBehindTheEnd) {
  auto player = open(NumberedMedia{.frames = 40});
  ASSERT_TRUE(player);
  EXPECT_EQ(number_at(*player, MediaTime::from_ms(60'000)), 39);
  EXPECT_TRUE(player->state().at_end);
  EXPECT_EQ(number_at(*player, MediaTime::from_ms(-5)), 0);
  EXPECT_FALSE(player->state().at_end);
}

TEST_F(PlayerSeek, OnlyTheLastOfManySeeksCounts) {
  auto player = open(NumberedMedia{});
  ASSERT_TRUE(player);
  for (int n = 0; n < 150; ++n) player->seek(frame_time(n * 7 % 150));
  player->seek(frame_time(77));
  EXPECT_EQ(number_shown(*player), 77);
  player->seek(frame_time(10));
  player->step(2);
  EXPECT_EQ(number_shown(*player), 12);
}

TEST_F(PlayerSeek, PlaysSeveralPartsAsOneTimeline) {
  ASSERT_TRUE(test::make_media(folder_ / "take.mp4", {.frames = 100}));
  ASSERT_TRUE(test::make_media(folder_ / "take-2.mp4",
                               {.frames = 60, .first_number = 100, .file_options = test::fragmented()}));
  ASSERT_TRUE(test::make_media(folder_ / "take-3.mp4", {.frames = 60, .first_number = 160}));
  auto player = open({{folder_ / "take-3.mp4", frame_time(160)},
                      {folder_ / "take.mp4", {}},
                      {folder_ / "take-2.mp4", frame_time(100)}});
  ASSERT_TRUE(player);
  EXPECT_EQ(player->state().duration, frame_time(220));
  expect_exact_seeks(*player, steady(220), 100);
  EXPECT_EQ(number_at(*player, frame_time(98)), 98);
  for (int n = 99; n <= 103; ++n) ASSERT_EQ(number_after_step(*player, 1), n);
  for (int n = 102; n >= 97; --n) ASSERT_EQ(number_after_step(*player, -1), n);
  EXPECT_EQ(number_after_step(*player, 70), 167);
  EXPECT_EQ(number_after_step(*player, -10), 157);
}

TEST_F(PlayerSeek, LeavesOutWhatReachesIntoTheNextPart) {
  ASSERT_TRUE(test::make_media(folder_ / "take.mp4", {.frames = 100}));
  ASSERT_TRUE(test::make_media(folder_ / "take-2.mp4", {.frames = 30, .first_number = 500}));
  auto player = open({{folder_ / "take.mp4", {}}, {folder_ / "take-2.mp4", frame_time(90)}});
  ASSERT_TRUE(player);
  EXPECT_EQ(number_at(*player, frame_time(89)), 89);
  EXPECT_EQ(number_after_step(*player, 1), 500);
  EXPECT_EQ(number_after_step(*player, -1), 89);
}

TEST_F(PlayerSeek, KeepsTheLastPictureOfAPartThatEndsEarly) {
  ASSERT_TRUE(test::make_media(folder_ / "take.mp4", {.frames = 30}));
  ASSERT_TRUE(test::make_media(folder_ / "take-2.mp4", {.frames = 30, .first_number = 500}));
  auto player = open({{folder_ / "take.mp4", {}}, {folder_ / "take-2.mp4", frame_time(90)}});
  ASSERT_TRUE(player);
  EXPECT_EQ(number_at(*player, frame_time(60)), 29);
  EXPECT_EQ(number_after_step(*player, 1), 500);
  EXPECT_EQ(number_after_step(*player, -1), 29);
}

TEST_F(PlayerSeek, TellsHowAPhoneWasHeld) {
  ASSERT_TRUE(test::make_media(folder_ / "flat.mp4", {.frames = 20}));
  ASSERT_EQ(test::run_command({"ffmpeg", "-v", "error", "-i", (folder_ / "flat.mp4").string(), "-c", "copy",
                               "-metadata:s:v:0", "rotate=90", (folder_ / "turned.mp4").string()})
                .exit_code,
            0);
  auto player = open({{folder_ / "turned.mp4", {}}});
  ASSERT_TRUE(player);
  // ffprobe tells the counterclockwise angle by which players turn the picture.
  const auto video = test::stream_of_type(test::ffprobe_json(folder_ / "turned.mp4"), "video");
  const int counterclockwise = video["side_data_list"][0]["rotation"];
  ASSERT_EQ(std::abs(counterclockwise), 90);
  EXPECT_EQ(player->picture().get()->quarter_turns, counterclockwise == 90 ? 3 : 1);
  EXPECT_EQ(number_at(*player, frame_time(11)), 11);
}

TEST_F(PlayerSeek, ShowsPicturesOfOtherPixelFormats) {
  NumberedMedia media{.frames = 20, .video_filter = "format=yuv420p10le"};
  auto player = open(media);
  ASSERT_TRUE(player);
  EXPECT_TRUE(player->picture().get()->is_i420());
  EXPECT_EQ(number_at(*player, frame_time(13)), 13);
}

TEST_F(PlayerSeek, TakesTheColourFromTheFile) {
  NumberedMedia media{.frames = 5};
  media.video_options.insert(media.video_options.end(), {"-colorspace", "bt709", "-color_range", "tv"});
  auto player = open(media);
  ASSERT_TRUE(player);
  EXPECT_EQ(player->picture().get()->colour, (Colour{ColourMatrix::kBt709, false}));
}

}  // namespace
}  // namespace gladi
