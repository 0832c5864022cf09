#include "encoder/capture/test_sources.h"

#include <gtest/gtest.h>

#include <map>
#include <thread>
#include <vector>

#include "encoder/capture/test_pattern.h"

namespace gladi {
namespace {

constexpr MediaTime kStart = MediaTime::from_ms(1'000'000 - 95);  // shortly before a whole second

int luma(const Picture& picture, int x, int y) {
  return picture.y.data[y * picture.y.stride + x];
}

int64_t read_number(const Picture& picture) {
  constexpr Rect kBar = TestPattern::kBitBar;
  int64_t number = 0;
  for (int bit = 0; bit < TestPattern::kBits; ++bit) {
    const int x = kBar.x + (2 * bit + 1) * kBar.width / TestPattern::kBits / 2;
    number = number * 2 + (luma(picture, x, kBar.y + kBar.height / 2) > 128 ? 1 : 0);
  }
  return number;
}

// Moves the clock on by small steps and collects every picture.
std::map<MediaTime, PicturePtr> pictures_of(SteppedClock& clock, FrameSelector& frames, int count) {
  std::map<MediaTime, PicturePtr> pictures;
  while (pictures.size() < static_cast<size_t>(count)) {
    clock.advance(MediaTime::from_ms(1));
    std::this_thread::yield();
    if (const PicturePtr newest = frames.pick(clock.now())) pictures[newest->stamp] = newest;
  }
  return pictures;
}

TEST(TestPictureSource, StampsFramesOnTheGridAndNumbersThem) {
  SteppedClock clock(kStart);
  FrameSelector frames;
  const auto source = make_test_picture_source(frames, clock, true);
  for (const auto& [stamp, picture] : pictures_of(clock, frames, 5)) {
    const int64_t number = stamp.to_count(30);
    EXPECT_EQ(stamp, MediaTime::from_count(number, 30));
    EXPECT_EQ(read_number(*picture), number % 65536);
    EXPECT_EQ(picture->colour, Canvas::kColour);
  }
}

TEST(TestPattern, FlashesInTheFirstTwoFramesOfEachSecondOnly) {
  for (int64_t frame = 0; frame < 90; ++frame) {
    const MediaTime into_second = TestPattern::frame_time(frame) - MediaTime::from_ms(frame / 30 * 1000);
    EXPECT_EQ(TestPattern::is_flash(frame), into_second < MediaTime::from_count(2, 30)) << frame;
  }
}

TEST(TestPattern, IsWhiteInAFlashAndStillReadable) {
  PicturePool pool;
  for (const bool flash : {true, false}) {
    DraftPicture draft = pool.take(TestPattern::kWidthPx, TestPattern::kHeightPx);
    TestPattern::draw(draft, 0xA5C3, flash);
    EXPECT_EQ(read_number(draft.view()), 0xA5C3);
    EXPECT_EQ(luma(draft.view(), 640, 80) == TestPattern::kWhite, flash);
  }
}

TEST(TestPictureSource, WithoutFlashNeverTurnsWhite) {
  SteppedClock clock(kStart);
  FrameSelector frames;
  const auto source = make_test_picture_source(frames, clock, false);
  for (const auto& [stamp, picture] : pictures_of(clock, frames, 8)) {
    EXPECT_NE(luma(*picture, 640, 80), TestPattern::kWhite) << stamp.ns;
  }
}

TEST(TestSoundSource, BeepsForFiftyMillisecondsFromEachWholeSecond) {
  SteppedClock clock(kStart);
  SoundRing ring;
  const auto source = make_test_sound_source(ring, clock);
  ASSERT_EQ(source->sample_rate_hz(), 48'000);
  std::vector<MediaTime> loud;  // the time of each sample that isn't silent
  int64_t expected_frame = 0;
  SoundBlock block;
  clock.advance(MediaTime::from_ms(10));  // the source begins with the first whole block
  for (int blocks = 0; blocks < 30;) {
    clock.advance(MediaTime::from_ms(10));
    while (!ring.try_pop(block)) std::this_thread::yield();
    ++blocks;
    EXPECT_EQ(block.first_frame, expected_frame);
    EXPECT_LE(block.arrived_at, clock.now());
    expected_frame += block.frames;
    const MediaTime start = block.arrived_at - MediaTime::from_count(block.frames, 48'000);
    for (int i = 0; i < block.frames; ++i) {
      if (block.samples[static_cast<size_t>(i)] != 0)
        loud.push_back(start + MediaTime::from_count(i, 48'000));
    }
  }
  ASSERT_FALSE(loud.empty());
  for (const MediaTime time : loud) EXPECT_LT(time.ns % 1'000'000'000, 50'000'000);
  const MediaTime first_second = MediaTime::from_ms(1'000'000);
  EXPECT_LE(loud.front() - first_second, MediaTime::from_count(2, 48'000)) << "a sine begins with zero";
  EXPECT_GE(loud.back() - first_second, MediaTime::from_ms(49));
}

}  // namespace
}  // namespace gladi
