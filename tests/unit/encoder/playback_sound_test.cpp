// The player's sound by itself: places in files, speed, the ring to the device and the device's clock.
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <thread>

#include "encoder/playback/heard_clock.h"
#include "encoder/playback/output_ring.h"
#include "encoder/playback/sound_timeline.h"
#include "encoder/playback/speed_filter.h"
#include "tests/support/command.h"
#include "tests/support/numbered_media.h"
#include "tests/support/take_maker.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

constexpr int kRateHz = 48'000;

std::vector<float> left(const std::vector<float>& stereo) {
  std::vector<float> mono(stereo.size() / 2);
  for (size_t i = 0; i < mono.size(); ++i) mono[i] = stereo[2 * i];
  return mono;
}

std::vector<float> read(SoundTimeline& timeline, int frames) {
  std::vector<float> stereo(static_cast<size_t>(frames) * 2);
  timeline.read(stereo.data(), frames);
  return left(stereo);
}

// The frequency by rising zero crossings, between the first and the last.
double frequency_hz(const std::vector<float>& sound) {
  double first = -1, last = -1;
  int periods = -1;
  for (size_t i = 1; i < sound.size(); ++i) {
    if (sound[i - 1] >= 0 || sound[i] < 0) continue;
    const double at = static_cast<double>(i) - sound[i] / (sound[i] - sound[i - 1]);
    if (first < 0) first = at;
    last = at;
    ++periods;
  }
  return periods * kRateHz / (last - first);
}

size_t first_loud(const std::vector<float>& sound) {
  size_t i = 0;
  while (i < sound.size() && std::abs(sound[i]) < 0.05F) ++i;
  return i;
}

TEST(SoundTimeline, GivesTheSameSamplesFromWhereverItStarts) {
  const test::TempFolder folder;
  ASSERT_TRUE(test::make_media(folder / "a.mp4", {.frames = 90, .sound = test::TestSound::kSine}));
  SoundTimeline timeline({{folder / "a.mp4", {}, {}, true}}, kRateHz);
  timeline.seek({});
  const std::vector<float> whole = read(timeline, 3 * kRateHz);
  EXPECT_NEAR(frequency_hz(whole), 440, 1);
  std::mt19937 random(3);
  for (int i = 0; i < 50; ++i) {
    const auto start = static_cast<int64_t>(random() % (2 * kRateHz));
    timeline.seek(MediaTime::from_count(start, kRateHz));
    const std::vector<float> piece = read(timeline, 1000);
    for (size_t k = 0; k < piece.size(); ++k) {
      ASSERT_NEAR(piece[k], whole[static_cast<size_t>(start) + k], 0.001)
          << "start " << start << " sample " << k;
    }
  }
}

TEST(SoundTimeline, PutsSoundWhereTheFileSaysWithoutTheEncodersPriming) {
  const test::TempFolder folder;
  for (const bool finished : {true, false}) {
    test::NumberedMedia media{.frames = 60, .sound = test::TestSound::kBeeps};
    if (!finished) media.file_options = test::fragmented();
    ASSERT_TRUE(test::make_media(folder / "a.mp4", media));
    SoundTimeline timeline({{folder / "a.mp4", {}, {}, true}}, kRateHz);
    timeline.seek(MediaTime::from_ms(500));
    EXPECT_NEAR(static_cast<double>(first_loud(read(timeline, kRateHz))), kRateHz / 2, 100);
  }
}

// The recorder's own files, in fragments: pictures at their frame times, and the beep of second 1 at
// second 1.
TEST(SoundTimeline, FitsThePicturesOfARecordedPart) {
  const test::TempFolder folder;
  ASSERT_TRUE(test::record_part(folder / "take.part.mp4", 75));
  const auto pictures = PictureReader::open(folder / "take.part.mp4", {});
  ASSERT_TRUE(pictures) << pictures.error().english();
  for (const int n : {30, 1, 74, 60, 15}) {
    EXPECT_EQ((*pictures)->at(test::kSmallCanvas.frame_time(n))->stamp, test::kSmallCanvas.frame_time(n));
  }
  EXPECT_EQ((*pictures)->end(), test::kSmallCanvas.frame_time(75));
  const auto brightness = [&](int n) {
    const PicturePtr picture = (*pictures)->at(test::kSmallCanvas.frame_time(n));
    return picture->y.data[picture->height_px / 2 * picture->y.stride + picture->width_px / 2];
  };
  EXPECT_LT(brightness(29), 180);
  EXPECT_GT(brightness(30), 200);
  SoundTimeline timeline({{folder / "take.part.mp4", {}, (*pictures)->file_time_of_first(), true}}, kRateHz);
  timeline.seek(MediaTime::from_ms(500));
  EXPECT_NEAR(static_cast<double>(first_loud(read(timeline, kRateHz))), kRateHz / 2, 100);
}

TEST(SoundTimeline, ResamplesOtherRatesAtTheirPlace) {
  const test::TempFolder folder;
  ASSERT_TRUE(test::make_media(folder / "a.mp4", {.frames = 60, .sound = test::TestSound::kBeeps}));
  ASSERT_EQ(test::run_command({"ffmpeg", "-v", "error", "-i", (folder / "a.mp4").string(), "-c:v", "copy",
                               "-ar", "22050", "-ac", "2", (folder / "b.mkv").string()})
                .exit_code,
            0);
  // This file's pictures begin 12 ms after its sound's zero, which is the sound encoder's priming.
  const auto pictures = PictureReader::open(folder / "b.mkv", {});
  ASSERT_TRUE(pictures);
  SoundTimeline timeline({{folder / "b.mkv", {}, (*pictures)->file_time_of_first(), true}}, kRateHz);
  timeline.seek(MediaTime::from_ms(500));
  EXPECT_NEAR(static_cast<double>(first_loud(read(timeline, kRateHz))), kRateHz / 2, 150);
}

TEST(SoundTimeline, IsSilentBetweenAndBehindParts) {
  const test::TempFolder folder;
  ASSERT_TRUE(test::make_media(folder / "a.mp4", {.frames = 30, .sound = test::TestSound::kBeeps}));
  SoundTimeline timeline({{folder / "a.mp4", {}, {}, true},
                          {folder / "a.mp4", MediaTime::from_ms(2500), {}, true},
                          {folder / "none.mp4", MediaTime::from_ms(4000), {}, false}},
                         kRateHz);
  timeline.seek(MediaTime::from_ms(500));
  EXPECT_NEAR(static_cast<double>(first_loud(read(timeline, 3 * kRateHz))), 2 * kRateHz, 100);
  EXPECT_EQ(first_loud(read(timeline, 5 * kRateHz)), 5U * kRateHz);
  EXPECT_FALSE(timeline.problem());
}

TEST(SpeedFilter, KeepsThePitchAtEachSpeed) {
  for (const double speed : {0.25, 0.5, 0.75, 1.25, 1.5, 2.0}) {
    auto filter = SpeedFilter::create(speed, kRateHz);
    ASSERT_TRUE(filter) << filter.error().english();
    std::vector<float> in(2 * 480), out, pulled(2 * 1000);
    for (int block = 0; block < 400; ++block) {  // 4 s
      for (int i = 0; i < 480; ++i) {
        const double phase = 2 * M_PI * 440 * (block * 480 + i) / kRateHz;
        in[static_cast<size_t>(2 * i)] = in[static_cast<size_t>(2 * i + 1)] =
            0.5F * static_cast<float>(std::sin(phase));
      }
      (*filter)->push(in.data(), 480);
      while (const int frames = (*filter)->pull(pulled.data(), 1000)) {
        out.insert(out.end(), pulled.begin(), pulled.begin() + 2 * frames);
      }
    }
    const std::vector<float> sound = left(out);
    EXPECT_NEAR(frequency_hz(sound), 440, 4.4) << speed;
    EXPECT_NEAR(static_cast<double>(sound.size()), 4 * kRateHz / speed, 0.12 * kRateHz / std::min(1.0, speed))
        << speed;
  }
}

TEST(OutputRing, HandsEverythingOverInOrder) {
  OutputRing ring(1000);
  std::thread writer([&] {
    std::vector<float> block(2 * 100);
    float next = 0;
    for (int written = 0; written < 200'000;) {
      if (ring.room() < 100) {
        std::this_thread::yield();
        continue;
      }
      for (size_t i = 0; i < 100; ++i) {
        block[2 * i] = next;
        block[2 * i + 1] = -next;
        ++next;
      }
      ring.write(block.data(), 100);
      written += 100;
    }
  });
  std::vector<float> block(2 * 77);
  float expected = 0;
  bool in_order = true;
  while (expected < 200'000) {
    const int frames = ring.read(block.data(), 77);
    for (size_t i = 0; i < static_cast<size_t>(frames); ++i, ++expected) {
      in_order = in_order && block[2 * i] == expected && block[2 * i + 1] == -expected;
    }
  }
  writer.join();
  EXPECT_TRUE(in_order);
}

TEST(OutputRing, DropsWhatWasDiscarded) {
  OutputRing ring(100);
  std::vector<float> block(2 * 60, 1.0F);
  ring.write(block.data(), 60);
  ring.discard();
  std::fill(block.begin(), block.end(), 2.0F);
  ring.write(block.data(), 20);
  EXPECT_EQ(ring.room(), 20);
  EXPECT_EQ(ring.read(block.data(), 60), 20);
  EXPECT_EQ(block.front(), 2.0F);
  EXPECT_EQ(ring.read_so_far(), 80);
  EXPECT_EQ(ring.room(), 100);
}

// A device that plays evenly with 50 ms latency, but asks for 480 frames in bursts of three, late by up to 20
// ms.
TEST(HeardClock, SeesThroughCallbacksThatComeInBursts) {
  HeardClock clock(kRateHz, MediaTime::from_ms(50));
  EXPECT_FALSE(clock.heard({}));
  for (int callback = 0; callback < 500; ++callback) {
    const MediaTime due =
        MediaTime::from_ms(1000 + callback / 3 * 30);  // whole bursts at their first one's time
    const MediaTime late = MediaTime::from_ms(callback / 3 % 5 == 0 ? 0 : callback / 3 % 5 * 5);
    clock.add({due + late, (callback + 1) * 480, (callback + 1) * 480, {}});
    if (callback < 30 || callback % 3 != 2) continue;
    const MediaTime now = due + late + MediaTime::from_ms(3);
    // At the best moments the device asks for the three callbacks that end 30 ms ahead.
    const double truly_heard = (now - MediaTime::from_ms(1000 - 30 + 50)).seconds() * kRateHz;
    EXPECT_NEAR(static_cast<double>(*clock.heard(now)), std::min(truly_heard, (callback + 1) * 480.0), 48)
        << callback;
  }
}

// A sound server with 140 ms behind its device, told with an error of 3 ms either way.
TEST(HeardClock, BelievesADeviceThatTellsItsDelay) {
  HeardClock clock(kRateHz, MediaTime::from_ms(60));
  for (int i = 1; i <= 300; ++i) {
    const MediaTime at = MediaTime::from_ms(10 * i);
    clock.add({at, i * 480, i * 480, MediaTime::from_ms(140 + (i % 2 == 0 ? 3 : -3))});
    if (i <= 50) continue;
    EXPECT_NEAR(static_cast<double>(*clock.heard(at)), (10 * i - 140) * 48.0, 48) << i;
  }
}

TEST(HeardClock, DoesNotBelieveNonsense) {
  HeardClock clock(kRateHz, MediaTime::from_ms(60));
  for (int i = 1; i <= 100; ++i) {
    clock.add({MediaTime::from_ms(10 * i), i * 480, i * 480, MediaTime::from_ms(7000 * i)});
  }
  EXPECT_EQ(*clock.heard(MediaTime::from_ms(1000)), (1000 - 60) * 48);
}

TEST(HeardClock, StandsStillWhenTheRingRunsEmpty) {
  HeardClock clock(kRateHz, MediaTime::from_ms(20));
  for (int i = 1; i <= 200; ++i)
    clock.add({MediaTime::from_ms(10 * i), i * 480, std::min(i * 480, 4800), {}});
  EXPECT_LE(*clock.heard(MediaTime::from_ms(2000)), 4800);
  EXPECT_GE(*clock.heard(MediaTime::from_ms(2000)), 4800 - 20 * 48);
}

}  // namespace
}  // namespace gladi
